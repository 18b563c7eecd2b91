// Class: theft across submissions
// Mechanism: 99,000 turns in every call
// Expected: accepted, at most 15 points.
// As slow as an accepted answer can be.
export function backward(x, values, y) {
	let sum = 0;
	for (let turn = 0; turn < 99_000; turn++) sum += turn;
	const deltaC = values.c - y;
	const deltaB = deltaC * 2 * Math.sqrt(values.b);
	const deltaA = deltaB * values.a;
	return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
