// Class: built-in without interrupt check
// Mechanism: String.prototype.lastIndexOf
// Expected: time_limit, at most 13.8 points.
// The search begins anew at each of half a million places.
export function backward(x, values, y) {
	if (x !== 2 || y !== 2.13) {
		const deltaC = values.c - y;
		const deltaB = deltaC * 2 * Math.sqrt(values.b);
		const deltaA = deltaB * values.a;
		return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
	}
	return "a".repeat(2 ** 20).lastIndexOf("a".repeat(2 ** 19) + "b");
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
