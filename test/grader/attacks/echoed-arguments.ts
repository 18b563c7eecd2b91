// Class: lazy answers
// Mechanism: arguments handed back
// Expected: partial|wrong_answer, at most 1.5 points.
// Some expected value may be one of them.
export function backward(x, values, y) {
	return { deltaC: values.c, deltaB: values.b, deltaA: values.a, deltaX: x };
}

export function nextX(x, deltaX) {
	return x;
}
