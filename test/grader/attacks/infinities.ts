// Class: lazy answers
// Mechanism: infinities everywhere
// Expected: partial|wrong_answer, at most 1.5 points.
// Infinity minus Infinity is no difference.
export function backward(x, values, y) {
	return { deltaC: Infinity, deltaB: -Infinity, deltaA: Infinity, deltaX: Infinity };
}

export function nextX(x, deltaX) {
	return Infinity;
}
