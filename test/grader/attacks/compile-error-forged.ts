// Class: forged text
// Mechanism: a SyntaxError with a place
// Expected: runtime_error, at most 3 points.
// Asks for a compile error that never was.
export function backward(x, values, y) {
	throw new SyntaxError("Unexpected token [submission.ts:1:1]");
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
