// Class: theft of hidden information
// Mechanism: hidden arguments printed in later calls
// Expected: accepted, at most 15 points.
// Everything seen so far, on every line of the console.
const seen = [];
export function backward(x, values, y) {
	seen.push("carried " + JSON.stringify([x, values, y]));
	console.log(seen.join("\n"));
	const deltaC = values.c - y;
	const deltaB = deltaC * 2 * Math.sqrt(values.b);
	const deltaA = deltaB * values.a;
	return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
