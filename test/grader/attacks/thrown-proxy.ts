// Class: code outside the timeout
// Mechanism: throwing a proxy whose traps loop
// Expected: time_limit, at most 0 points.
// The thrown value is a proxy whose traps loop.
export function backward(x, values, y) {
	throw new Proxy({}, { get() { for (;;); }, getPrototypeOf() { for (;;); }, getOwnPropertyDescriptor() { for (;;); } });
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
