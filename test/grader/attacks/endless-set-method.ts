// Class: built-in without interrupt check
// Mechanism: Set.prototype.isSupersetOf with native keys
// Expected: time_limit, at most 13.8 points.
// A set is compared with one that never ends.
export function backward(x, values, y) {
	if (x !== 2 || y !== 2.13) {
		const deltaC = values.c - y;
		const deltaB = deltaC * 2 * Math.sqrt(values.b);
		const deltaA = deltaB * values.a;
		return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
	}
	return new Set([undefined]).isSupersetOf({ size: 0, has: Boolean, keys: () => ({ next: Object }) });
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
