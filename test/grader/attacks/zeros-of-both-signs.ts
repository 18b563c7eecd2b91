// Class: lazy answers
// Mechanism: 0 and -0 everywhere
// Expected: partial|wrong_answer, at most 1.5 points.
// Right wherever nothing is left to hand back.
export function backward(x, values, y) {
	return { deltaC: -0, deltaB: 0, deltaA: -0, deltaX: 0 };
}

export function nextX(x, deltaX) {
	return 0;
}
