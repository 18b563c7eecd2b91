// Class: code outside the timeout
// Mechanism: native getter on a rejected error's stack
// Expected: time_limit|runtime_error, at most 3 points.
// The rejection nobody handles is looked at after the call has returned.
export function backward(x, values, y) {
	const error = new Error("x");
	for (const key of ["stack", "message", "name"])
		Object.defineProperty(error, key, { get: Array.prototype.includes.bind({ length: 2 ** 53 - 1 }, 1) });
	Promise.reject(error);
	return { deltaC: 1, deltaB: 1, deltaA: 1, deltaX: 1 };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
