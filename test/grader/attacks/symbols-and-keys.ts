// Class: memory on and off the heap
// Mechanism: an object of hundreds of thousands of keys
// Expected: memory_limit|time_limit, at most 13.8 points.
// Every name is a new string.
export function backward(x, values, y) {
	if (x !== 2 || y !== 2.13) {
		const deltaC = values.c - y;
		const deltaB = deltaC * 2 * Math.sqrt(values.b);
		const deltaA = deltaB * values.a;
		return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
	}
	const all = {};
	for (let turn = 0; turn < 99_000; turn++) for (const letter of ["a", "b"]) all[letter + turn + "x".repeat(200)] = new Array(500).fill(turn);
	return Object.keys(all).length;
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
