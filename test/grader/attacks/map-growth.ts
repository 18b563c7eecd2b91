// Class: memory on and off the heap
// Mechanism: Map filled by a built-in
// Expected: memory_limit|time_limit, at most 13.8 points.
// Millions of entries in one call.
export function backward(x, values, y) {
	if (x !== 2 || y !== 2.13) {
		const deltaC = values.c - y;
		const deltaB = deltaC * 2 * Math.sqrt(values.b);
		const deltaA = deltaB * values.a;
		return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
	}
	return new Map(new Int32Array(9_000_000).entries()).size;
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
