// Class: built-in without interrupt check
// Mechanism: Array.prototype.splice
// Expected: time_limit, at most 13.8 points.
// Takes one hole out and moves all the others.
export function backward(x, values, y) {
	if (x !== 2 || y !== 2.13) {
		const deltaC = values.c - y;
		const deltaB = deltaC * 2 * Math.sqrt(values.b);
		const deltaA = deltaB * values.a;
		return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
	}
	return Array.prototype.splice.call({ length: 2 ** 53 - 1 }, 0, 1);
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
