// Class: lazy answers
// Mechanism: one wrong step and everything after it by rule
// Expected: partial|wrong_answer, at most 8.5 points.
// Follow-through pays at most half of a case.
export function backward(x, values, y) {
	const deltaC = x + y;
	const deltaB = deltaC * 2 * Math.sqrt(values.b);
	const deltaA = deltaB * values.a;
	return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
