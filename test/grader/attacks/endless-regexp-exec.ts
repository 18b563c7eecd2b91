// Class: built-in without interrupt check
// Mechanism: RegExp.prototype[Symbol.match] with a native exec
// Expected: time_limit|memory_limit, at most 13.8 points.
// A pattern that always finds the same place.
export function backward(x, values, y) {
	if (x !== 2 || y !== 2.13) {
		const deltaC = values.c - y;
		const deltaB = deltaC * 2 * Math.sqrt(values.b);
		const deltaA = deltaB * values.a;
		return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
	}
	return RegExp.prototype[Symbol.match].call({ flags: "g", exec: Object }, "x");
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
