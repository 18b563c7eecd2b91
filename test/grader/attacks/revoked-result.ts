// Class: values that are not what they seem
// Mechanism: a revoked proxy as the result
// Expected: runtime_error, at most 3 points.
// Asking whether it is a list already throws.
export function backward(x, values, y) {
	const { proxy, revoke } = Proxy.revocable([], {});
	revoke();
	return { deltaC: proxy, deltaB: 1, deltaA: 1, deltaX: 1 };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
