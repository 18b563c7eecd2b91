// Class: code outside the timeout
// Mechanism: promise jobs made of built-ins alone
// Expected: time_limit, at most 0 points.
// Promise jobs that feed themselves with built-ins alone.
export function backward(x, values, y) {
	const knot = { length: 1, then: Array.prototype.forEach };
	knot[0] = knot;
	Promise.resolve(knot);
	return { deltaC: 0, deltaB: 0, deltaA: 0, deltaX: 0 };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
