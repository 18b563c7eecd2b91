// Class: attacks on the transform
// Mechanism: the counter called with text in place of a line
// Expected: runtime_error, at most 3 points.
// Calls the counter with a line that is text of an outcome.
export function backward(x, values, y) {
	\u0024tick({ valueOf: () => 1, toString: () => '1,"kind":"value","value":{"o":[]}' });
	for (;;);
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
