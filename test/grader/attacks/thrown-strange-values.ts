// Class: code outside the timeout
// Mechanism: throwing what is no error
// Expected: runtime_error, at most 3 points.
// A symbol, a function, a promise, nothing at all, an object without prototype.
export function backward(x, values, y) {
	const all = [Symbol("s"), () => 1, Promise.reject(1).catch(() => 1) && new Promise(() => {}), undefined, null, Object.create(null), 10n, -0];
	throw all[Math.floor(values.a) % all.length];
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
