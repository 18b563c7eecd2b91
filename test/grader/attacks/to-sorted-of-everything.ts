// Expected: memory_limit, at most 0 points.
// Makes V8 abort the process with one allocation.
export function backward(x, values, y) {
	return Array.prototype.toSorted.call({ length: 2 ** 32 - 1 });
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
