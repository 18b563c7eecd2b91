// Class: code outside the timeout
// Mechanism: a promise that never settles
// Expected: partial, at most 3 points.
// Answers later.
export function backward(x, values, y) {
	return new Promise(() => {});
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
