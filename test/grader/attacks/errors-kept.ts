// Class: memory on and off the heap
// Mechanism: errors with stacks, kept
// Expected: memory_limit|time_limit, at most 13.8 points.
// A stack of frames for each.
export function backward(x, values, y) {
	if (x !== 2 || y !== 2.13) {
		const deltaC = values.c - y;
		const deltaB = deltaC * 2 * Math.sqrt(values.b);
		const deltaA = deltaB * values.a;
		return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
	}
	const kept = [];
	const deep = (depth) => depth ? deep(depth - 1) : kept.push(new Error(new Array(100).join(kept.length)));
	for (let turn = 0; turn < 9_000; turn++) deep(9), kept.push(kept.at(-1).stack + turn, new Array(4_000).fill(turn));
	return kept.length;
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
