// Class: theft of hidden information
// Mechanism: memory held in proportion to a hidden input
// Expected: accepted|memory_limit, at most 15 points.
// The verdict says how much memory was used.
const seen = [];
const kept = [];
export function backward(x, values, y) {
	seen.push(x);
	if (seen.length > 5) kept.push(new Array(1 + (Math.floor(x * 1e5) % 64) * 8_192).fill(x));
	const deltaC = values.c - y;
	const deltaB = deltaC * 2 * Math.sqrt(values.b);
	const deltaA = deltaB * values.a;
	return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
