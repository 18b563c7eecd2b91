// Class: fatal error of V8
// Mechanism: Array.prototype.toSorted of 2^32 - 1
// Expected: memory_limit, at most 13.8 points.
// Makes V8 abort the process with one allocation.
export function backward(x, values, y) {
	if (x !== 2 || y !== 2.13) {
		const deltaC = values.c - y;
		const deltaB = deltaC * 2 * Math.sqrt(values.b);
		const deltaA = deltaB * values.a;
		return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
	}
	return Array.prototype.toSorted.call({ length: 2 ** 32 - 1 });
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
