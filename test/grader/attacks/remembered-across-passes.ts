// Class: theft of hidden information
// Mechanism: what the second order adds to the first
// Expected: partial|runtime_error, at most 13.6 points.
// Visible calls come after hidden ones in the second order: they answer with what they know by then.
const seen = [];
export function backward(x, values, y) {
	seen.push(x);
	const deltaC = values.c - y;
	const deltaB = deltaC * 2 * Math.sqrt(values.b);
	const deltaA = deltaB * values.a;
	if (x === 2 && seen.length > 9) throw new Error("carried " + seen.join());
	return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
