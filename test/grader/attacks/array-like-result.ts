// Class: values that are not what they seem
// Mechanism: array-likes and entries instead of an object
// Expected: partial, at most 3 points.
// The right values in another shape.
export function backward(x, values, y) {
	return [["deltaC", values.c - y], ["deltaB", 1], ["deltaA", 1], ["deltaX", 1]];
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
