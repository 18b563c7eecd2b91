// Class: code outside the timeout
// Mechanism: getter on a thrown error's message and name
// Expected: runtime_error, at most 3 points.
// Whoever looks at the thrown error by name waits for ever.
export function backward(x, values, y) {
	const error = new Error();
	for (const key of ["message", "name", "constructor", "cause", "toString"])
		Object.defineProperty(error, key, { get() { for (;;); } });
	throw error;
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
