// Class: theft of hidden information
// Mechanism: hidden input in the stack text of a thrown error
// Expected: runtime_error, at most 15 points.
// The place that is shown is read from the stack.
export function backward(x, values, y) {
	if (x > 4.3) { const error = new Error("x"); error.stack = `Error\n    at carried (submission.ts:${Math.floor(x * 100) % 20}:${Math.floor(y * 100) + 1})`; throw error; }
	const deltaC = values.c - y;
	const deltaB = deltaC * 2 * Math.sqrt(values.b);
	const deltaA = deltaB * values.a;
	return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
