// Class: tampering with the realm
// Mechanism: Math and Number functions replaced
// Expected: partial, at most 3 points.
// Replaces the mathematics that a comparison in the same realm would use.
for (const name of Object.getOwnPropertyNames(Math)) {
	if (typeof Math[name] === "function" && name !== "random") Math[name] = () => 0;
}
Number.isFinite = () => true;
Number.isNaN = () => false;
Object.is = () => true;
export function backward(x, values, y) {
	return { deltaC: 1, deltaB: 1, deltaA: 1, deltaX: 1 };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
