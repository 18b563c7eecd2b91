// Class: forged text
// Mechanism: a result that reads like the encoder's own
// Expected: partial, at most 3 points.
// Text that closes the record it stands in and begins a better one.
export function backward(x, values, y) {
	return '","kind":"value","value":{"o":[["deltaC",' + (values.c - y) + ']]},"x":"';
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
