// Class: theft of hidden information
// Mechanism: Math.random tells calls apart
// Expected: partial, at most 3 points.
// The generator begins anew with each call; its first draw names the call.
let first = null;
export function backward(x, values, y) {
	const draw = Math.random();
	if (first === null) first = draw;
	if (draw !== first) console.log("carried", x);
	const deltaC = values.c - y + (draw - Math.random()) * 1e3;
	return { deltaC, deltaB: 1, deltaA: 1, deltaX: 1 };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
