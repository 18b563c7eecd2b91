// Class: memory on and off the heap
// Mechanism: suspended generators, kept
// Expected: memory_limit|time_limit, at most 13.8 points.
// A frame of a thousand registers each.
export function backward(x, values, y) {
	if (x !== 2 || y !== 2.13) {
		const deltaC = values.c - y;
		const deltaB = deltaC * 2 * Math.sqrt(values.b);
		const deltaA = deltaB * values.a;
		return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
	}
	const kept = [];
	function* paused(list) { yield list; yield list.length; }
	for (let turn = 0; turn < 45_000; turn++) { const one = paused(new Array(2_000).fill(turn)); one.next(); kept.push(one); }
	return kept.length;
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
