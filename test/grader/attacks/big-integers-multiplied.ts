// Class: built-in without interrupt check
// Mechanism: BigInt multiplication
// Expected: time_limit|memory_limit, at most 13.8 points.
// Two factors of some hundred million bits.
export function backward(x, values, y) {
	if (x !== 2 || y !== 2.13) {
		const deltaC = values.c - y;
		const deltaB = deltaC * 2 * Math.sqrt(values.b);
		const deltaA = deltaB * values.a;
		return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
	}
	const factor = (1n << 300_000_000n) - 1n;
	return Number((factor * factor) & 1n);
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
