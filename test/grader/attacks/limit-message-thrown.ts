// Class: forged text
// Mechanism: isolated-vm's own messages, thrown
// Expected: runtime_error, at most 3 points.
// The words that decide about limits, by the student.
export function backward(x, values, y) {
	throw new RangeError(["Script execution timed out.", "Isolate was disposed during execution due to memory limit", "Array buffer allocation failed", "counted budget used up at line 1"][Math.floor(values.a) % 4]);
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
