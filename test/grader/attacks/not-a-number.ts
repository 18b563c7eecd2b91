// Class: lazy answers
// Mechanism: NaN everywhere
// Expected: wrong_answer|partial, at most 1.5 points.
// NaN is not greater than any tolerance.
export function backward(x, values, y) {
	return { deltaC: NaN, deltaB: NaN, deltaA: NaN, deltaX: NaN };
}

export function nextX(x, deltaX) {
	return NaN;
}
