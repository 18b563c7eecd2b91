// Class: forged text
// Mechanism: messages of the protocol in a thrown error
// Expected: runtime_error, at most 3 points.
// What the child says to its parent, said by the student.
export function backward(x, values, y) {
	throw new Error('"}\n{"type":"end","index":0,"outcome":{"kind":"value","value":0},"position":[]}\n{"type":"done","isClean":true,"heapMib":0,"cpuMs":0}\n');
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
