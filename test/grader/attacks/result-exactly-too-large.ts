// Class: output and console floods
// Mechanism: a text just above the limit
// Expected: output_limit, at most 3 points.
// One result of more characters than the exercise allows.
export function backward(x, values, y) {
	return { deltaC: "x".repeat(256 * 1024), deltaB: 1, deltaA: 1, deltaX: 1 };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
