// Class: built-in without interrupt check
// Mechanism: backtracking in RegExp.prototype.test
// Expected: time_limit, at most 13.8 points.
// A pattern that needs longer than the universe.
export function backward(x, values, y) {
	if (x !== 2 || y !== 2.13) {
		const deltaC = values.c - y;
		const deltaB = deltaC * 2 * Math.sqrt(values.b);
		const deltaA = deltaB * values.a;
		return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
	}
	return /^(a+)+$/.test("a".repeat(50) + "b");
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
