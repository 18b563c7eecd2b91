// Expected: time_limit, at most 0 points.
// A built-in that never looks at the clock.
export function backward(x, values, y) {
	return Array.prototype.includes.call({ length: 2 ** 53 - 1 }, 1);
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
