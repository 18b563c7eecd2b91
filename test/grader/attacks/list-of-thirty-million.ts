// Class: memory on and off the heap
// Mechanism: new Array(3e7).fill(0)
// Expected: memory_limit|time_limit|partial, at most 13.8 points.
// One allocation far above the limit, which V8 lets pass: on a fast machine it is over before any watch looks, and wrong.
export function backward(x, values, y) {
	if (x !== 2 || y !== 2.13) {
		const deltaC = values.c - y;
		const deltaB = deltaC * 2 * Math.sqrt(values.b);
		const deltaA = deltaB * values.a;
		return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
	}
	return new Array(30_000_000).fill(0).length;
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
