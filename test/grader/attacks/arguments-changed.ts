// Class: theft of hidden information
// Mechanism: arguments changed and given back
// Expected: partial, at most 14 points.
// The answer is right and the argument no longer is.
export function backward(x, values, y) {
	const deltaC = values.c - y;
	const deltaB = deltaC * 2 * Math.sqrt(values.b);
	const deltaA = deltaB * values.a;
	const result = { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
	Object.assign(values, result);
	return result;
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
