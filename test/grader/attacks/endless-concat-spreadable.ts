// Class: built-in without interrupt check
// Mechanism: Array.prototype.concat of an array-like that asks to be spread
// Expected: time_limit, at most 13.8 points.
// Joins a list that is only long.
export function backward(x, values, y) {
	if (x !== 2 || y !== 2.13) {
		const deltaC = values.c - y;
		const deltaB = deltaC * 2 * Math.sqrt(values.b);
		const deltaA = deltaB * values.a;
		return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
	}
	return [].concat({ length: 2 ** 32 - 2, [Symbol.isConcatSpreadable]: true });
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
