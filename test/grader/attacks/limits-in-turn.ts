// Class: crash loops
// Mechanism: a loop, then memory, then an abort
// Expected: memory_limit|time_limit, at most 3 points.
// Three ends of three kinds, by turns.
export function backward(x, values, y) {
	const turn = Math.floor(values.a * 10) % 3;
	if (turn === 0) for (;;);
	if (turn === 1) return new Map(new Int32Array(9_000_000).entries());
	return Array.prototype.toSorted.call({ length: 2 ** 32 - 1 });
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
