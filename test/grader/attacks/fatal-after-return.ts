// Class: crash loops
// Mechanism: an abort in a promise job after the answer
// Expected: memory_limit|time_limit, at most 0 points.
// The answer has been given, or has it.
export function backward(x, values, y) {
	Promise.resolve().then(() => Array.prototype.toReversed.call({ length: 2 ** 32 - 1 }));
	const deltaC = values.c - y;
	const deltaB = deltaC * 2 * Math.sqrt(values.b);
	const deltaA = deltaB * values.a;
	return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
