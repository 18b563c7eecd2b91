// Class: built-in without interrupt check
// Mechanism: String.prototype.replaceAll
// Expected: time_limit|memory_limit, at most 13.8 points.
// One call that copies five hundred million characters, again and again.
export function backward(x, values, y) {
	if (x !== 2 || y !== 2.13) {
		const deltaC = values.c - y;
		const deltaB = deltaC * 2 * Math.sqrt(values.b);
		const deltaA = deltaB * values.a;
		return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
	}
	for (let turn = 0; turn < 99_000; turn++) "a".repeat(2 ** 20).replaceAll("a", "b".repeat(500));
	return 1;
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
