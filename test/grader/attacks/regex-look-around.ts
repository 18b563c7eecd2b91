// Class: built-in without interrupt check
// Mechanism: backtracking inside a lookahead with a back reference
// Expected: time_limit, at most 13.8 points.
// Every way to cut the text is tried before the answer is no.
export function backward(x, values, y) {
	if (x !== 2 || y !== 2.13) {
		const deltaC = values.c - y;
		const deltaB = deltaC * 2 * Math.sqrt(values.b);
		const deltaA = deltaB * values.a;
		return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
	}
	return /^(?=((?:a|aa)+)+c)\1$/.test("a".repeat(60));
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
