// Class: output and console floods
// Mechanism: console.log applied to 2^32 - 1 arguments
// Expected: runtime_error|time_limit|memory_limit, at most 3 points.
// One line of more parts than there are.
export function backward(x, values, y) {
	console.log.apply(null, { length: 2 ** 32 - 1 });
	const deltaC = values.c - y;
	const deltaB = deltaC * 2 * Math.sqrt(values.b);
	const deltaA = deltaB * values.a;
	return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
