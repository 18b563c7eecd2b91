// Class: built-in without interrupt check
// Mechanism: Set constructor over a native next
// Expected: time_limit, at most 13.8 points.
// A set is filled from an iterator made of built-ins alone: no turn of it is counted.
export function backward(x, values, y) {
	if (x !== 2 || y !== 2.13) {
		const deltaC = values.c - y;
		const deltaB = deltaC * 2 * Math.sqrt(values.b);
		const deltaA = deltaB * values.a;
		return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
	}
	return new Set({ [Symbol.iterator]() { return this; }, next: Object });
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
