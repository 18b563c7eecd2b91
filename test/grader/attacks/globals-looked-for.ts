// Class: theft across submissions
// Mechanism: traces of whoever came before
// Expected: accepted, at most 15 points.
// Reads everything an earlier submission could have left.
globalThis.stash = globalThis.previous = "stashed";
delete globalThis.stash;
delete globalThis.previous;
export function backward(x, values, y) {
	const found = [globalThis.leftBehind, globalThis.stash, Object.prototype.deltaQ, globalThis.previous].filter((each) => each !== undefined).length;
	const deltaC = values.c - y + found;
	const deltaB = deltaC * 2 * Math.sqrt(values.b);
	const deltaA = deltaB * values.a;
	return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
