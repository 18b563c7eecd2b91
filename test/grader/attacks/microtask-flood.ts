// Class: code outside the timeout
// Mechanism: promise jobs that make promise jobs
// Expected: time_limit, at most 0 points.
// Goes on after it has returned: the flood is counted against the call.
export function backward(x, values, y) {
	const flood = () => Promise.resolve().then(flood);
	flood();
	const deltaC = values.c - y;
	const deltaB = deltaC * 2 * Math.sqrt(values.b);
	const deltaA = deltaB * values.a;
	return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
