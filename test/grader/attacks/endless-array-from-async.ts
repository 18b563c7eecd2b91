// Class: built-in without interrupt check
// Mechanism: Array.fromAsync over a native next
// Expected: time_limit|memory_limit, at most 13.8 points.
// The filling goes on in promise jobs, after the call has returned.
export function backward(x, values, y) {
	if (x !== 2 || y !== 2.13) {
		const deltaC = values.c - y;
		const deltaB = deltaC * 2 * Math.sqrt(values.b);
		const deltaA = deltaB * values.a;
		return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
	}
	return Array.fromAsync({ [Symbol.asyncIterator]() { return this; }, next: Object });
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
