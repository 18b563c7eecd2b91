// Class: theft across submissions
// Mechanism: a live heap just below the limit
// Expected: accepted|memory_limit, at most 15 points.
// Holds what it may hold until the end.
const kept = [];
export function backward(x, values, y) {
	if (kept.length === 0) for (let turn = 0; turn < 30; turn++) kept.push(new Array(100_000).fill(turn + 0.5));
	const deltaC = values.c - y;
	const deltaB = deltaC * 2 * Math.sqrt(values.b);
	const deltaA = deltaB * values.a;
	return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
