// Class: code outside the timeout
// Mechanism: throwing a revoked proxy
// Expected: runtime_error, at most 3 points.
// Every look at it throws.
export function backward(x, values, y) {
	const { proxy, revoke } = Proxy.revocable({}, {});
	revoke();
	throw proxy;
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
