// Expected: partial, at most 3 points.
// Grows memory that V8 does not count as its heap.
export function backward(x, values, y) {
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
