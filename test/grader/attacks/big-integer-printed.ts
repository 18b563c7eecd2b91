// Class: built-in without interrupt check
// Mechanism: BigInt.prototype.toString
// Expected: time_limit|memory_limit, at most 13.8 points.
// Decimal digits of two hundred million bits.
export function backward(x, values, y) {
	if (x !== 2 || y !== 2.13) {
		const deltaC = values.c - y;
		const deltaB = deltaC * 2 * Math.sqrt(values.b);
		const deltaA = deltaB * values.a;
		return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
	}
	return ((1n << 200_000_000n) - 1n).toString().length;
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
