// Class: values that are not what they seem
// Mechanism: typed arrays
// Expected: partial, at most 3 points.
// Lists of numbers that share their memory.
export function backward(x, values, y) {
	return { deltaC: new Float64Array([values.c - y]), deltaB: new Uint8Array(1), deltaA: new DataView(new ArrayBuffer(8)), deltaX: new ArrayBuffer(8) };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
