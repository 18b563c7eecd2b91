// Class: output and console floods
// Mechanism: a text whose escapes are six times as long
// Expected: output_limit, at most 3 points.
// Small where it is measured, large where it is written.
export function backward(x, values, y) {
	return { deltaC: "\u0000".repeat(200_000), deltaB: 1, deltaA: 1, deltaX: 1 };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
