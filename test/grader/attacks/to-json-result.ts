// Class: values that are not what they seem
// Mechanism: toJSON
// Expected: partial, at most 3 points.
// Would say something else when it is written as JSON.
export function backward(x, values, y) {
	return { deltaC: { toJSON: () => values.c - y }, deltaB: 1, deltaA: 1, deltaX: 1, toJSON: () => ({ deltaC: values.c - y }) };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
