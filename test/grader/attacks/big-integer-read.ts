// Class: built-in without interrupt check
// Mechanism: BigInt of a long text
// Expected: time_limit|memory_limit, at most 13.8 points.
// Reads twenty million decimal digits.
export function backward(x, values, y) {
	if (x !== 2 || y !== 2.13) {
		const deltaC = values.c - y;
		const deltaB = deltaC * 2 * Math.sqrt(values.b);
		const deltaA = deltaB * values.a;
		return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
	}
	return Number(BigInt("9".repeat(20_000_000)) & 1n);
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
