// Class: fatal error of V8
// Mechanism: Array.prototype.join beyond the longest string
// Expected: memory_limit|time_limit|runtime_error, at most 13.8 points.
// The result would be longer than a string can be.
export function backward(x, values, y) {
	if (x !== 2 || y !== 2.13) {
		const deltaC = values.c - y;
		const deltaB = deltaC * 2 * Math.sqrt(values.b);
		const deltaA = deltaB * values.a;
		return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
	}
	return new Array(2 ** 24).fill("x".repeat(1_000)).join("").length;
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
