// Class: theft of hidden information
// Mechanism: parity of all calls
// Expected: partial|wrong_answer, at most 3 points.
// Even calls are right, odd ones are not.
let calls = 0;
export function backward(x, values, y) {
	if (calls++ % 2) { return { deltaC: 1, deltaB: 1, deltaA: 1, deltaX: 1 }; }
	const deltaC = values.c - y;
	const deltaB = deltaC * 2 * Math.sqrt(values.b);
	const deltaA = deltaB * values.a;
	return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
}

export function nextX(x, deltaX) {
	calls++;
	return x - deltaX;
}
