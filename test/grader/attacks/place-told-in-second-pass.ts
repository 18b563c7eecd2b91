// Class: theft of hidden information
// Mechanism: a place in the stack that tells what the second order knows
// Expected: runtime_error, at most 3 points.
// Throws the same error in both passes, but in the second one, after the hidden calls, with a place that tells what it remembers.
let remembered = 0;
export function backward(x, values, y) {
	const error = new Error("alike");
	error.stack = remembered > 30 ? "Error\n    at submission.ts:9:2" : "";
	remembered++;
	throw error;
}

export function nextX(x, deltaX) {
	remembered++;
	return x - deltaX;
}
