// Class: memory on and off the heap
// Mechanism: typed arrays, many of 16 MiB
// Expected: memory_limit|time_limit|runtime_error, at most 13.8 points.
// Numbers outside V8's heap.
export function backward(x, values, y) {
	if (x !== 2 || y !== 2.13) {
		const deltaC = values.c - y;
		const deltaB = deltaC * 2 * Math.sqrt(values.b);
		const deltaA = deltaB * values.a;
		return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
	}
	const kept = [];
	for (let turn = 0; turn < 5_000; turn++) kept.push(new Float64Array(2 ** 21).fill(1));
	return kept.length;
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
