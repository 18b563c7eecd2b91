// Class: tampering with the realm
// Mechanism: Function.prototype.toString of everything in reach
// Expected: partial, at most 3 points.
// The wrapping of one's own text can be read, and is of no use.
const texts = [];
for (const value of [backward, nextX, console.log, Math.random, Date, Function, ArrayBuffer]) texts.push(String(value));
export function backward(x, values, y) {
	console.log(texts.join("\n"));
	return { deltaC: 1, deltaB: 1, deltaA: 1, deltaX: 1 };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
