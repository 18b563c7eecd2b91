// Class: tampering with the realm
// Mechanism: RegExp.prototype.exec and its symbols
// Expected: partial, at most 3 points.
// Every pattern finds what it should not.
RegExp.prototype.exec = () => Object.assign(["at submission.ts:1:1", "1", "1"], { index: 0 });
for (const key of [Symbol.match, Symbol.replace, Symbol.split, Symbol.search]) RegExp.prototype[key] = () => "";
RegExp.prototype.test = () => true;
export function backward(x, values, y) {
	return { deltaC: 1, deltaB: 1, deltaA: 1, deltaX: 1 };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
