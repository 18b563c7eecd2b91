// Expected: time_limit, at most 0 points.
// A pattern that needs longer than the universe.
export function backward(x, values, y) {
	return /^(a+)+$/.test("a".repeat(50) + "b");
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
