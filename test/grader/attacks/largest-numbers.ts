// Class: lazy answers
// Mechanism: the largest and the smallest doubles
// Expected: partial|wrong_answer, at most 1.5 points.
// Overflow in the comparison itself.
export function backward(x, values, y) {
	return { deltaC: Number.MAX_VALUE, deltaB: Number.MIN_VALUE, deltaA: -Number.MAX_VALUE, deltaX: 2 ** -1074 };
}

export function nextX(x, deltaX) {
	return Number.MAX_VALUE;
}
