// Class: fatal error of V8
// Mechanism: new Array(1e8), then written
// Expected: memory_limit|time_limit, at most 13.8 points.
// A list that is only a number until its entries come.
export function backward(x, values, y) {
	if (x !== 2 || y !== 2.13) {
		const deltaC = values.c - y;
		const deltaB = deltaC * 2 * Math.sqrt(values.b);
		const deltaA = deltaB * values.a;
		return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
	}
	const list = new Array(100_000_000);
	return list.fill(1.5).length;
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
