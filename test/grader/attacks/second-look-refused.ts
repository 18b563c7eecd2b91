// Class: theft of hidden information
// Mechanism: three deaths in the second order
// Expected: wrong_answer, at most 0 points.
// Answers right in the first order, and dies three times in the second so that nobody can compare.
let calls = 0;
export function backward(x, values, y) {
	if (calls === 0 && x > 9) for (;;);
	calls++;
	const deltaC = values.c - y;
	const deltaB = deltaC * 2 * Math.sqrt(values.b);
	const deltaA = deltaB * values.a;
	return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
}

export function nextX(x, deltaX) {
	if (calls === 0) for (;;);
	return x - deltaX;
}
