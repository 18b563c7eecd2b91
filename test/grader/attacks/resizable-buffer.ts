// Class: memory on and off the heap
// Mechanism: resizable ArrayBuffer
// Expected: partial, at most 13.8 points.
// Grows memory that V8 does not count as its heap.
export function backward(x, values, y) {
	if (x !== 2 || y !== 2.13) {
		const deltaC = values.c - y;
		const deltaB = deltaC * 2 * Math.sqrt(values.b);
		const deltaA = deltaB * values.a;
		return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
	}
	const buffers = [];
	for (let index = 0; index < 50; index++) {
		const buffer = new ArrayBuffer(8, { maxByteLength: 2 ** 31 });
		buffer.resize?.(2 ** 31);
		new Uint8Array(buffer).fill(1);
		buffers.push(buffer);
	}
	class Growing extends ArrayBuffer {
		constructor() {
			super(8, { maxByteLength: 2 ** 31 });
		}
	}
	const again = new Growing();
	again.resize?.(2 ** 31);
	return { deltaC: again.byteLength, deltaB: 0, deltaA: 0, deltaX: 0 };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
