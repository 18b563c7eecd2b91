// Class: crash loops
// Mechanism: an abort in hidden calls only
// Expected: memory_limit|accepted|time_limit, at most 15 points.
// The visible part is right; the process dies in the rest.
export function backward(x, values, y) {
	if (![2, 2.13, 2.14].includes(x) && x > 9.4) Array.prototype.toReversed.call({ length: 2 ** 32 - 1 });
	const deltaC = values.c - y;
	const deltaB = deltaC * 2 * Math.sqrt(values.b);
	const deltaA = deltaB * values.a;
	return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
