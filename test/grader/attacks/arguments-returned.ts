// Class: theft of hidden information
// Mechanism: the argument itself as the result
// Expected: partial, at most 14 points.
// Shared between caller and answer.
export function backward(x, values, y) {
	const deltaC = values.c - y;
	const deltaB = deltaC * 2 * Math.sqrt(values.b);
	const deltaA = deltaB * values.a;
	for (const key of Object.keys(values)) delete values[key];
	return Object.assign(values, { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) });
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
