// Class: memory on and off the heap
// Mechanism: closures that each hold a list
// Expected: memory_limit|time_limit, at most 13.8 points.
// Every function remembers ten thousand numbers.
export function backward(x, values, y) {
	if (x !== 2 || y !== 2.13) {
		const deltaC = values.c - y;
		const deltaB = deltaC * 2 * Math.sqrt(values.b);
		const deltaA = deltaB * values.a;
		return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
	}
	const kept = [];
	for (let turn = 0; turn < 90_000; turn++) { const own = new Array(10_000).fill(turn); kept.push(() => own); }
	return kept.length;
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
