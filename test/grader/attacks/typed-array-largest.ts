// Class: memory on and off the heap
// Mechanism: one typed array of 2^32 numbers
// Expected: memory_limit|time_limit|runtime_error, at most 13.8 points.
// More than any machine of ours has.
export function backward(x, values, y) {
	if (x !== 2 || y !== 2.13) {
		const deltaC = values.c - y;
		const deltaB = deltaC * 2 * Math.sqrt(values.b);
		const deltaA = deltaB * values.a;
		return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
	}
	return new Float64Array(2 ** 32).length;
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
