// Class: crash loops
// Mechanism: an abort while the answer is written
// Expected: memory_limit|time_limit, at most 0 points.
// A trap that the encoder meets.
export function backward(x, values, y) {
	return new Proxy({}, { ownKeys: () => Array.prototype.toReversed.call({ length: 2 ** 32 - 1 }) });
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
