// Class: memory on and off the heap
// Mechanism: WebAssembly.Memory
// Expected: partial, at most 13.8 points.
// Memory that V8 does not count, growing page by page.
export function backward(x, values, y) {
	if (x !== 2 || y !== 2.13) {
		const deltaC = values.c - y;
		const deltaB = deltaC * 2 * Math.sqrt(values.b);
		const deltaA = deltaB * values.a;
		return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
	}
	if (typeof WebAssembly === "object") {
		const memory = new WebAssembly.Memory({ initial: 1, maximum: 65_536, shared: true });
		for (;;) memory.grow(256);
	}
	return { deltaC: 1, deltaB: 1, deltaA: 1, deltaX: 1 };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
