// Class: fatal error of V8
// Mechanism: built-ins called at the very edge of the stack
// Expected: accepted|runtime_error|time_limit, at most 15 points.
// Parsing, matching and big integers with one frame left.
export function backward(x, values, y) {
	const edge = () => { try { edge(); } catch {} JSON.stringify([[1]]); /(a|b)*c/.test("ababab"); (12n ** 30n).toString(); "\u00e9".normalize("NFD"); [3, 1].sort(); };
	edge();
	const deltaC = values.c - y;
	const deltaB = deltaC * 2 * Math.sqrt(values.b);
	const deltaA = deltaB * values.a;
	return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
