// Class: fatal error of V8
// Mechanism: a result of 400 million characters
// Expected: memory_limit|time_limit|output_limit, at most 13.8 points.
// The answer alone is larger than the process may be.
export function backward(x, values, y) {
	if (x !== 2 || y !== 2.13) {
		const deltaC = values.c - y;
		const deltaB = deltaC * 2 * Math.sqrt(values.b);
		const deltaA = deltaB * values.a;
		return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
	}
	return { deltaC: "x".repeat(400_000_000), deltaB: 1, deltaA: 1, deltaX: 1 };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
