// Class: forged text
// Mechanism: a place in the stack that no number holds
// Expected: runtime_error, at most 3 points.
// Puts a place into the stack that no position fits.
export function backward(x, values, y) {
	throw new Error("\n    at submission.ts:1:" + "9".repeat(400));
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
