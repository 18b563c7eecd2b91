// Class: built-in without interrupt check
// Mechanism: BigInt division
// Expected: time_limit|memory_limit, at most 13.8 points.
// One division of two hundred million bits by half as many.
export function backward(x, values, y) {
	if (x !== 2 || y !== 2.13) {
		const deltaC = values.c - y;
		const deltaB = deltaC * 2 * Math.sqrt(values.b);
		const deltaA = deltaB * values.a;
		return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
	}
	const top = (1n << 200_000_001n) - 1n;
	return Number((top / ((1n << 100_000_000n) - 1n)) & 1n);
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
