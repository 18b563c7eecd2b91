// Class: lazy answers
// Mechanism: texts that the minus sign turns into numbers
// Expected: partial|wrong_answer, at most 1.5 points.
// Loose arithmetic in the comparison would see the right value.
export function backward(x, values, y) {
	return { deltaC: `${values.c - y}`, deltaB: [values.c - y], deltaA: true, deltaX: null };
}

export function nextX(x, deltaX) {
	return `${x - deltaX}`;
}
