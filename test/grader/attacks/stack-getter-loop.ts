// Class: code outside the timeout
// Mechanism: getter on a thrown error's stack
// Expected: time_limit, at most 0 points.
// The thrown error loops when its stack is read.
export function backward(x, values, y) {
	const error = new RangeError("x");
	Object.defineProperty(error, "stack", { get() { for (;;); } });
	throw error;
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
