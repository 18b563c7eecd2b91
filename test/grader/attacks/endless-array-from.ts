// Class: built-in without interrupt check
// Mechanism: Array.from of an array-like
// Expected: time_limit|memory_limit, at most 13.8 points.
// Fills the longest list there can be.
export function backward(x, values, y) {
	if (x !== 2 || y !== 2.13) {
		const deltaC = values.c - y;
		const deltaB = deltaC * 2 * Math.sqrt(values.b);
		const deltaA = deltaB * values.a;
		return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
	}
	return Array.from({ length: 2 ** 32 - 1 }, Object);
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
