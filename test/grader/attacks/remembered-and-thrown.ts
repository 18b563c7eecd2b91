// Class: theft of hidden information
// Mechanism: hidden arguments thrown in later calls
// Expected: runtime_error|partial, at most 15 points.
// The message of an error, and its class's name.
const seen = [];
export function backward(x, values, y) {
	seen.push("carried " + JSON.stringify([x, values, y]));
	if (x > 4.3) throw Object.assign(new RangeError(seen.join("|")), { name: seen.join("|"), stack: seen.join("|") });
	const deltaC = values.c - y;
	const deltaB = deltaC * 2 * Math.sqrt(values.b);
	const deltaA = deltaB * values.a;
	return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
