// Class: memory on and off the heap
// Mechanism: compiled regular expressions, kept
// Expected: memory_limit|time_limit, at most 13.8 points.
// Each pattern is compiled to code of its own.
export function backward(x, values, y) {
	if (x !== 2 || y !== 2.13) {
		const deltaC = values.c - y;
		const deltaB = deltaC * 2 * Math.sqrt(values.b);
		const deltaA = deltaB * values.a;
		return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
	}
	const kept = [];
	for (let turn = 0; turn < 90_000; turn++) { const pattern = new RegExp("(?:" + turn + "|[a-z]{1,40}){1,20}"); pattern.test("abc" + turn); kept.push(pattern, new Array(1_000).fill(turn)); }
	return kept.length;
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
