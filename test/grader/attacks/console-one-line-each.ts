// Class: output and console floods
// Mechanism: a million lines from an honest answer
// Expected: accepted, at most 15 points.
// The answers are right; of what is printed two hundred lines are kept.
export function backward(x, values, y) {
	for (let line = 0; line < 2_000; line++) console.log("line", line, "x".repeat(5_000));
	const deltaC = values.c - y;
	const deltaB = deltaC * 2 * Math.sqrt(values.b);
	const deltaA = deltaB * values.a;
	return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
