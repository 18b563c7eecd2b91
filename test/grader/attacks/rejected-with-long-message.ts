// Class: code outside the timeout
// Mechanism: rejection with a message of 500 million characters
// Expected: time_limit|memory_limit|runtime_error, at most 3 points.
// The host would copy the whole of it.
export function backward(x, values, y) {
	Promise.reject(new Error("x".repeat(2 ** 29 - 100)));
	return { deltaC: 1, deltaB: 1, deltaA: 1, deltaX: 1 };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
