// Class: forged text
// Mechanism: places in the stack that no number holds
// Expected: runtime_error, at most 3 points.
// Line 0, line -1, line NaN, a million lines down.
export function backward(x, values, y) {
	const error = new Error("x");
	error.stack = "Error\n    at submission.ts:0:0\n    at submission.ts:999999:999999\n    at submission.ts:-1:NaN";
	throw error;
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
