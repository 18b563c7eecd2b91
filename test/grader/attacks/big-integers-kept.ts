// Class: memory on and off the heap
// Mechanism: BigInt values of 8 MiB, kept
// Expected: memory_limit|time_limit, at most 13.8 points.
// Numbers as long as books.
export function backward(x, values, y) {
	if (x !== 2 || y !== 2.13) {
		const deltaC = values.c - y;
		const deltaB = deltaC * 2 * Math.sqrt(values.b);
		const deltaA = deltaB * values.a;
		return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
	}
	const kept = [];
	for (let turn = 1; turn < 90_000; turn++) kept.push((1n << 60_000_000n) + BigInt(turn));
	return kept.length;
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
