// Class: fatal error of V8
// Mechanism: Array.prototype.toSpliced of 2^32 - 2
// Expected: memory_limit|time_limit, at most 13.8 points.
// The same by another name.
export function backward(x, values, y) {
	if (x !== 2 || y !== 2.13) {
		const deltaC = values.c - y;
		const deltaB = deltaC * 2 * Math.sqrt(values.b);
		const deltaA = deltaB * values.a;
		return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
	}
	return Array.prototype.toSpliced.call({ length: 2 ** 32 - 2 }, 0, 0);
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
