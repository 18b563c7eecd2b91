// Class: memory on and off the heap
// Mechanism: Array.prototype.concat doubling a list
// Expected: memory_limit|time_limit, at most 13.8 points.
// Doubles a list in a few turns.
export function backward(x, values, y) {
	if (x !== 2 || y !== 2.13) {
		const deltaC = values.c - y;
		const deltaB = deltaC * 2 * Math.sqrt(values.b);
		const deltaA = deltaB * values.a;
		return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
	}
	let list = [1.5];
	for (let turn = 0; turn < 40; turn++) list = list.concat(list);
	return list.length;
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
