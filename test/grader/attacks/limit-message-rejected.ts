// Class: forged text
// Mechanism: isolated-vm's own message in a rejection
// Expected: time_limit|memory_limit, at most 3 points.
// Leaves a rejection behind that reads like isolated-vm's own messages.
export function backward(x, values, y) {
	Promise.reject(new Error("Isolate was disposed during execution due to memory limit"));
	return { deltaC: 1, deltaB: 1, deltaA: 1, deltaX: 1 };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
