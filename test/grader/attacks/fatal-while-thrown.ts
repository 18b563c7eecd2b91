// Class: crash loops
// Mechanism: an abort while the thrown error is looked at
// Expected: memory_limit|time_limit, at most 0 points.
// A native getter that allocates too much.
export function backward(x, values, y) {
	const error = new Error("x");
	Object.defineProperty(error, "stack", { get: Array.prototype.toReversed.bind({ length: 2 ** 32 - 1 }) });
	throw error;
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
