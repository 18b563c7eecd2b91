// Class: fatal error of V8
// Mechanism: String.prototype.split of 510 million characters
// Expected: memory_limit|time_limit, at most 13.8 points.
// Makes V8 stop the process for a size it cannot hold.
export function backward(x, values, y) {
	if (x !== 2 || y !== 2.13) {
		const deltaC = values.c - y;
		const deltaB = deltaC * 2 * Math.sqrt(values.b);
		const deltaA = deltaB * values.a;
		return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
	}
	return "abc".repeat(1.7e8).split("");
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
