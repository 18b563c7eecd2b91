// Class: built-in without interrupt check
// Mechanism: BigInt exponentiation
// Expected: time_limit|memory_limit, at most 13.8 points.
// One operator, a hundred million bits.
export function backward(x, values, y) {
	if (x !== 2 || y !== 2.13) {
		const deltaC = values.c - y;
		const deltaB = deltaC * 2 * Math.sqrt(values.b);
		const deltaA = deltaB * values.a;
		return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
	}
	return Number((7n ** 40_000_000n) & 1n);
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
