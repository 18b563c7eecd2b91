// Class: memory on and off the heap
// Mechanism: linked list of long arrays
// Expected: memory_limit|time_limit, at most 13.8 points.
// A chain that the collector has to follow to its end.
export function backward(x, values, y) {
	if (x !== 2 || y !== 2.13) {
		const deltaC = values.c - y;
		const deltaB = deltaC * 2 * Math.sqrt(values.b);
		const deltaA = deltaB * values.a;
		return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
	}
	let chain = null;
	for (let turn = 0; turn < 99_000; turn++) chain = { chain, list: new Array(1_000).fill(turn) };
	return { deltaC: chain === null ? 0 : 1, deltaB: 1, deltaA: 1, deltaX: 1 };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
