// Class: forged text
// Mechanism: the grader's own form of a function argument
// Expected: partial, at most 3 points.
// Answers with what looks like the grader's own data.
export function backward(x, values, y) {
	return { $function: "exp", parameters: { join: 1 } };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
