// Class: theft of hidden information
// Mechanism: which of many calls uses its budget up
// Expected: time_limit|partial|accepted, at most 15 points.
// At most three calls may end in a limit; which ones they are could say something.
const seen = [];
export function backward(x, values, y) {
	seen.push(x);
	if (seen.length === 2 + Math.floor(seen[0] * 1e6) % 17) for (;;);
	const deltaC = values.c - y;
	const deltaB = deltaC * 2 * Math.sqrt(values.b);
	const deltaA = deltaB * values.a;
	return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
