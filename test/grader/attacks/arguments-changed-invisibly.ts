// Class: theft of hidden information
// Mechanism: an argument made a proxy of itself
// Expected: accepted|partial, at most 15 points.
// Hides the change behind what it was before.
export function backward(x, values, y) {
	const deltaC = values.c - y;
	const deltaB = deltaC * 2 * Math.sqrt(values.b);
	const deltaA = deltaB * values.a;
	const result = { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
	Object.setPrototypeOf(values, new Proxy({}, { get: () => 1 }));
	Object.defineProperty(values, "hidden", { value: result, enumerable: false });
	return result;
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
