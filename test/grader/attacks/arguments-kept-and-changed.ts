// Class: theft of hidden information
// Mechanism: arguments of an earlier call changed later
// Expected: accepted, at most 15 points.
// The objects of a call that is over.
const kept = [];
export function backward(x, values, y) {
	for (const each of kept) each.a = x;
	kept.push(values);
	const deltaC = values.c - y;
	const deltaB = deltaC * 2 * Math.sqrt(values.b);
	const deltaA = deltaB * values.a;
	return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
