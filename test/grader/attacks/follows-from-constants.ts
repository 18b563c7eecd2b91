// Class: lazy answers
// Mechanism: constants from which later steps follow
// Expected: partial, at most 8.5 points.
// Wrong early steps, chosen so that the later ones are easy.
export function backward(x, values, y) {
	return { deltaC: 1, deltaB: 1, deltaA: values.a, deltaX: values.a / (2 * x) };
}

export function nextX(x, deltaX) {
	return 0;
}
