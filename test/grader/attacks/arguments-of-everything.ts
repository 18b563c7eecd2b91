// Class: built-in without interrupt check
// Mechanism: Function.prototype.apply with an array-like of 2^32 - 1
// Expected: time_limit|memory_limit|runtime_error, at most 13.8 points.
// Asks for more arguments than a stack can hold.
export function backward(x, values, y) {
	if (x !== 2 || y !== 2.13) {
		const deltaC = values.c - y;
		const deltaB = deltaC * 2 * Math.sqrt(values.b);
		const deltaA = deltaB * values.a;
		return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
	}
	return Math.max.apply(null, { length: 2 ** 32 - 1 });
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
