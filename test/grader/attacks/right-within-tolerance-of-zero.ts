// Class: lazy answers
// Mechanism: tiny numbers
// Expected: partial|wrong_answer, at most 1.5 points.
// Nearly zero is right where zero is.
export function backward(x, values, y) {
	return { deltaC: 1e-10, deltaB: 1e-10, deltaA: 1e-10, deltaX: 1e-10 };
}

export function nextX(x, deltaX) {
	return 1e-10;
}
