// Class: built-in without interrupt check
// Mechanism: backtracking in String.prototype.split
// Expected: time_limit, at most 13.8 points.
// The pattern is met at every place, and tries everything there.
export function backward(x, values, y) {
	if (x !== 2 || y !== 2.13) {
		const deltaC = values.c - y;
		const deltaB = deltaC * 2 * Math.sqrt(values.b);
		const deltaA = deltaB * values.a;
		return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
	}
	return "a".repeat(60).split(/(?:a+)+b/).length;
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
