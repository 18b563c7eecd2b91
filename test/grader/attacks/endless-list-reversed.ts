// Class: built-in without interrupt check
// Mechanism: Array.prototype.reverse of a sparse list
// Expected: time_limit|memory_limit, at most 13.8 points.
// The longest list there can be, without one entry.
export function backward(x, values, y) {
	if (x !== 2 || y !== 2.13) {
		const deltaC = values.c - y;
		const deltaB = deltaC * 2 * Math.sqrt(values.b);
		const deltaA = deltaB * values.a;
		return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
	}
	return new Array(2 ** 32 - 1).reverse();
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
