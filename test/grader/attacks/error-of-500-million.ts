// Class: memory on and off the heap
// Mechanism: error message of 500 million characters
// Expected: memory_limit|time_limit|runtime_error, at most 13.8 points.
// The message is as long as a string can be.
export function backward(x, values, y) {
	if (x !== 2 || y !== 2.13) {
		const deltaC = values.c - y;
		const deltaB = deltaC * 2 * Math.sqrt(values.b);
		const deltaA = deltaB * values.a;
		return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
	}
	throw new RangeError("x".repeat(2 ** 29 - 30));
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
