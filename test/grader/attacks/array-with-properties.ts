// Class: values that are not what they seem
// Mechanism: array that also has the right properties
// Expected: partial, at most 3 points.
// A list where an object is expected.
export function backward(x, values, y) {
	return Object.assign([1, 2], { deltaC: values.c - y, deltaB: 1, deltaA: 1, deltaX: 1 });
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
