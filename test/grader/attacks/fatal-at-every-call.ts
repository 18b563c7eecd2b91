// Class: crash loops
// Mechanism: an abort at every call
// Expected: memory_limit|time_limit, at most 0 points.
// The process dies as often as it is started.
export function backward(x, values, y) {
	return Array.prototype.toSorted.call({ length: 2 ** 32 - 1 - Math.floor(x) });
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
