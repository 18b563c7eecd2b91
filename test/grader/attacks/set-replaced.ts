// Class: tampering with the realm
// Mechanism: Set.prototype.has and add
// Expected: partial, at most 3 points.
// The set that looks for shared arguments says no to everything.
Set.prototype.has = () => false;
Set.prototype.add = () => { throw new Error("no"); };
globalThis.Set = class { has() { return false; } add() {} };
export function backward(x, values, y) {
	values.a++;
	return values;
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
