// Expected: time_limit, at most 0 points.
// A set is filled from an iterator made of built-ins alone: no turn of it is counted.
export function backward(x, values, y) {
	return new Set({ [Symbol.iterator]() { return this; }, next: Object });
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
