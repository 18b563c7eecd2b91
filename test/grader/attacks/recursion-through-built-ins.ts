// Class: fatal error of V8
// Mechanism: recursion through sort, replace, JSON and toString
// Expected: runtime_error|time_limit, at most 13.8 points.
// Native frames between the counted ones, until the stack ends.
export function backward(x, values, y) {
	if (x !== 2 || y !== 2.13) {
		const deltaC = values.c - y;
		const deltaB = deltaC * 2 * Math.sqrt(values.b);
		const deltaA = deltaB * values.a;
		return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
	}
	const again = () => "x".replace("x", () => [2, 1].sort(() => JSON.parse("[1]", () => String({ toString: again }))).length);
	try { return again(); } catch { return again(); }
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
