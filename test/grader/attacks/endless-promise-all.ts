// Class: built-in without interrupt check
// Mechanism: Promise.all over a native next
// Expected: time_limit|memory_limit, at most 13.8 points.
// Waits for as many promises as there is room for.
export function backward(x, values, y) {
	if (x !== 2 || y !== 2.13) {
		const deltaC = values.c - y;
		const deltaB = deltaC * 2 * Math.sqrt(values.b);
		const deltaA = deltaB * values.a;
		return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
	}
	return Promise.all({ [Symbol.iterator]() { return this; }, next: Object });
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
