// Class: memory on and off the heap
// Mechanism: sparse integer keys
// Expected: memory_limit|time_limit, at most 13.8 points.
// Every key far from the last.
export function backward(x, values, y) {
	if (x !== 2 || y !== 2.13) {
		const deltaC = values.c - y;
		const deltaB = deltaC * 2 * Math.sqrt(values.b);
		const deltaA = deltaB * values.a;
		return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
	}
	const list = [];
	for (let index = 0; index < 99_000; index++) list[index * 40_000] = new Array(1000).fill(index);
	return list.length;
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
