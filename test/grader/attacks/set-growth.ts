// Expected: memory_limit|time_limit, at most 0 points.
// Fills a set until the process dies.
export function backward(x, values, y) {
	return new Set(new Int32Array(9_000_000).keys()).size;
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
