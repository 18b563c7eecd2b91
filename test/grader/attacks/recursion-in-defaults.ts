// Class: fatal error of V8
// Mechanism: recursion in default parameters
// Expected: runtime_error|time_limit, at most 13.8 points.
// The body, where entries are counted, is never reached.
export function backward(x, values, y) {
	if (x !== 2 || y !== 2.13) {
		const deltaC = values.c - y;
		const deltaB = deltaC * 2 * Math.sqrt(values.b);
		const deltaA = deltaB * values.a;
		return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
	}
	const down = (a = down()) => a;
	try { down(); } catch { down(); }
	return 1;
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
