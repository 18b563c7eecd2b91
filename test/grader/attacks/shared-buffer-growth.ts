// Class: memory on and off the heap
// Mechanism: SharedArrayBuffer, growable
// Expected: partial, at most 13.8 points.
// Memory shared between threads, growing.
export function backward(x, values, y) {
	if (x !== 2 || y !== 2.13) {
		const deltaC = values.c - y;
		const deltaB = deltaC * 2 * Math.sqrt(values.b);
		const deltaA = deltaB * values.a;
		return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
	}
	const Shared = globalThis.SharedArrayBuffer ?? new Int8Array(1).buffer.constructor;
	const buffer = new Shared(8, { maxByteLength: 2 ** 31 });
	buffer.grow?.(2 ** 31);
	new Uint8Array(buffer).fill(1);
	return { deltaC: buffer.byteLength === 8 ? 1 : (() => { for (;;); })(), deltaB: Reflect.has(buffer, "grow") ? (() => { for (;;); })() : 1, deltaA: 1, deltaX: 1 };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
