// Class: attempts to get out
// Mechanism: removed globals looked for by other roads
// Expected: partial, at most 3 points.
// Constructors of buffers, iterators and functions by way of instances.
export function backward(x, values, y) {
	const found = [];
	const owners = [new ArrayBuffer(8), new Uint8Array(8).buffer, new DataView(new ArrayBuffer(8)).buffer, structured()];
	function structured() { try { return new (new Uint8Array(1).buffer.constructor)(8, { maxByteLength: 64 }); } catch { return new ArrayBuffer(1); } }
	for (const buffer of owners) {
		if (buffer.resizable || buffer.growable) found.push("resizable");
		for (const key of ["resize", "transfer", "transferToFixedLength", "grow"]) if (typeof buffer[key] === "function") found.push(key);
	}
	class Growing extends new ArrayBuffer(1).constructor { constructor() { super(8, { maxByteLength: 2 ** 20 }); } }
	if (new Growing().resizable) found.push("subclass");
	if (Reflect.construct(ArrayBuffer, [8, { maxByteLength: 64 }], Uint8Array).resizable) found.push("construct");
	if (found.length > 0) for (;;);
	return { deltaC: 1, deltaB: 1, deltaA: 1, deltaX: 1 };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
