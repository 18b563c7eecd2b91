// Class: code outside the timeout
// Mechanism: native getter on a thrown error's stack
// Expected: time_limit, at most 0 points.
// The getter is a built-in that never looks up, where no turn is counted.
export function backward(x, values, y) {
	const error = new Error("x");
	Object.defineProperty(error, "stack", { get: Array.prototype.includes.bind({ length: 2 ** 53 - 1 }, 1) });
	throw error;
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
