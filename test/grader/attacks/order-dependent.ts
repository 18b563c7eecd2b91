// Class: theft of hidden information
// Mechanism: a counter of calls in the result
// Expected: partial, at most 3.5 points.
// Counts its calls, hoping that nobody looks twice.
let calls = 0;
export function backward(x, values, y) {
	calls++;
	const deltaC = values.c - y;
	const deltaB = deltaC * 2 * Math.sqrt(values.b);
	const deltaA = deltaB * values.a;
	return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x), calls };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
