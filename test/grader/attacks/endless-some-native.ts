// Class: built-in without interrupt check
// Mechanism: Array.prototype.some with a native callback
// Expected: time_limit, at most 13.8 points.
// No function of the student's own is ever entered, so none is counted.
export function backward(x, values, y) {
	if (x !== 2 || y !== 2.13) {
		const deltaC = values.c - y;
		const deltaB = deltaC * 2 * Math.sqrt(values.b);
		const deltaA = deltaB * values.a;
		return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
	}
	return Array.prototype.some.call({ length: 2 ** 53 - 1 }, Boolean);
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
