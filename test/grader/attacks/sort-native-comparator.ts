// Class: built-in without interrupt check
// Mechanism: Array.prototype.sort with a native comparator
// Expected: time_limit|memory_limit, at most 13.8 points.
// A comparison nobody counts, for millions of entries.
export function backward(x, values, y) {
	if (x !== 2 || y !== 2.13) {
		const deltaC = values.c - y;
		const deltaB = deltaC * 2 * Math.sqrt(values.b);
		const deltaA = deltaB * values.a;
		return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
	}
	return new Array(6_000_000).fill(1).sort(Math.atan2)[0];
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
