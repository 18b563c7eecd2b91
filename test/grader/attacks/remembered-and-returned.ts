// Class: theft of hidden information
// Mechanism: hidden arguments returned in later calls
// Expected: partial, at most 6 points.
// The answer grows by what was seen before.
const seen = [];
export function backward(x, values, y) {
	seen.push(x, y);
	const deltaC = values.c - y;
	return { deltaC, deltaB: 1, deltaA: 1, deltaX: 1, seen: [...seen] };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
