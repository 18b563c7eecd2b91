// Class: built-in without interrupt check
// Mechanism: BigInt shifts in a counted loop
// Expected: time_limit|memory_limit, at most 13.8 points.
// Each turn counts one, and moves forty million bytes.
export function backward(x, values, y) {
	if (x !== 2 || y !== 2.13) {
		const deltaC = values.c - y;
		const deltaB = deltaC * 2 * Math.sqrt(values.b);
		const deltaA = deltaB * values.a;
		return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
	}
	let bits = 1n;
	for (let turn = 0; turn < 99_000; turn++) bits = (bits << 320_000_000n) >> 319_999_999n;
	return Number(bits & 1n);
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
