// Class: code outside the timeout
// Mechanism: a proxy left in an argument
// Expected: time_limit, at most 0 points.
// The harness looks at the arguments once more after the call.
export function backward(x, values, y) {
	values.a = new Proxy({}, { ownKeys: Array.prototype.includes.bind({ length: 2 ** 53 - 1 }, 1) });
	return { deltaC: 1, deltaB: 1, deltaA: 1, deltaX: 1 };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
