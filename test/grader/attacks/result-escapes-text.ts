// Class: output and console floods
// Mechanism: a bare text whose escapes are six times as long
// Expected: output_limit, at most 3 points.
// The text alone is the result: no list around it is measured.
export function backward(x, values, y) {
	return "\u0000".repeat(250_000);
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
