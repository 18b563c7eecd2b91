// Class: memory on and off the heap
// Mechanism: ArrayBuffers of one byte
// Expected: memory_limit|time_limit, at most 13.8 points.
// What each costs beside its byte.
export function backward(x, values, y) {
	if (x !== 2 || y !== 2.13) {
		const deltaC = values.c - y;
		const deltaB = deltaC * 2 * Math.sqrt(values.b);
		const deltaA = deltaB * values.a;
		return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
	}
	const kept = [];
	for (let turn = 0; turn < 99_000; turn++) for (const size of [1, 2, 3]) kept.push(new ArrayBuffer(size));
	return kept.length;
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
