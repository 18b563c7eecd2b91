// Class: output and console floods
// Mechanism: console.log in an endless loop
// Expected: time_limit, at most 0 points.
// Prints without end, huge and strange things.
export function backward(x, values, y) {
	const huge = "x".repeat(1e6);
	for (;;) console.log(huge, values, new Proxy({}, {}), { toString() { throw 1; } }, Symbol("s"), 10n);
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
