// Class: values that are not what they seem
// Mechanism: numbers written as text
// Expected: partial, at most 3 points.
// A loose comparison would take them.
export function backward(x, values, y) {
	return { deltaC: String(values.c - y), deltaB: "1", deltaA: "1e0", deltaX: " 1 " };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
