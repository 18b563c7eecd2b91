// Class: built-in without interrupt check
// Mechanism: Iterator.prototype.forEach over a native next
// Expected: time_limit, at most 13.8 points.
// An iterator made of built-ins alone, walked by a built-in.
export function backward(x, values, y) {
	if (x !== 2 || y !== 2.13) {
		const deltaC = values.c - y;
		const deltaB = deltaC * 2 * Math.sqrt(values.b);
		const deltaA = deltaB * values.a;
		return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
	}
	return Iterator.from({ next: Object }).forEach(Object);
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
