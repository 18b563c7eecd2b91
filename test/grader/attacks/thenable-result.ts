// Class: code outside the timeout
// Mechanism: a result with a then method
// Expected: partial, at most 3 points.
// Answers with something that becomes a value when it is awaited.
export function backward(x, values, y) {
	return { then(resolve) { resolve({ deltaC: 0, deltaB: 0, deltaA: 0, deltaX: 0 }); } };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
