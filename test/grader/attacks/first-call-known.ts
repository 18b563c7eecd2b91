// Class: theft of hidden information
// Mechanism: the first call of an isolate
// Expected: partial|wrong_answer, at most 4.2 points.
// Right at the first call, wrong after it.
let calls = 0;
export function backward(x, values, y) {
	if (calls++ > 0) { return { deltaC: 1, deltaB: 1, deltaA: 1, deltaX: 1 }; }
	const deltaC = values.c - y;
	const deltaB = deltaC * 2 * Math.sqrt(values.b);
	const deltaA = deltaB * values.a;
	return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
