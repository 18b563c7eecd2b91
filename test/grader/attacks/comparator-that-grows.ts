// Class: built-in without interrupt check
// Mechanism: Array.prototype.sort with a comparator that grows its list
// Expected: time_limit|memory_limit, at most 13.8 points.
// The list changes under the sort; every comparison is counted.
export function backward(x, values, y) {
	if (x !== 2 || y !== 2.13) {
		const deltaC = values.c - y;
		const deltaB = deltaC * 2 * Math.sqrt(values.b);
		const deltaA = deltaB * values.a;
		return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
	}
	const list = [3, 1, 2];
	for (;;) list.sort((a, b) => { list.push(b); return a - b || 1; });
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
