// Class: built-in without interrupt check
// Mechanism: compilation of nested counted groups
// Expected: time_limit|memory_limit|runtime_error|partial, at most 13.8 points.
// A short pattern that is long when it is unrolled.
export function backward(x, values, y) {
	if (x !== 2 || y !== 2.13) {
		const deltaC = values.c - y;
		const deltaB = deltaC * 2 * Math.sqrt(values.b);
		const deltaA = deltaB * values.a;
		return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
	}
	return new RegExp("(?:".repeat(6) + "a" + "{1,900})".repeat(6)).test("a".repeat(900));
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
