// Class: theft of hidden information
// Mechanism: a place in the stack that tells an earlier input
// Expected: runtime_error|accepted, at most 15 points.
// Always throws the same error for some inputs, with a place that tells another hidden input.
const seen = [];
export function backward(x, values, y) {
	seen.push(x);
	if (x > 1.6 && x < 1.99) {
		const error = new Error("alike");
		error.stack = `Error\n    at submission.ts:${1 + (Math.floor(seen[0] * 1000) % 18)}:1`;
		throw error;
	}
	const deltaC = values.c - y;
	const deltaB = deltaC * 2 * Math.sqrt(values.b);
	const deltaA = deltaB * values.a;
	return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
}

export const nextX = (x, deltaX) => x - deltaX;
