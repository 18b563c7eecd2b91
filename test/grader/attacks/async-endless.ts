// Class: code outside the timeout
// Mechanism: async function that never stops awaiting
// Expected: time_limit, at most 0 points.
// Returns at once and goes on in promise jobs.
export function backward(x, values, y) {
	(async () => { for (;;) await null; })();
	const deltaC = values.c - y;
	const deltaB = deltaC * 2 * Math.sqrt(values.b);
	const deltaA = deltaB * values.a;
	return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
