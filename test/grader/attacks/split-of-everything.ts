// Expected: memory_limit|time_limit, at most 0 points.
// Makes V8 stop the process for a size it cannot hold.
export function backward(x, values, y) {
	return "abc".repeat(1.7e8).split("");
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
