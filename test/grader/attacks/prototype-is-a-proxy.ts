// Class: tampering with the realm
// Mechanism: a proxy as the prototype of Array.prototype
// Expected: partial|runtime_error, at most 3 points.
// Every read of a missing entry and every write meets a trap.
const trap = new Proxy({}, {
	get: (target, key, self) => key === Symbol.toPrimitive ? undefined : () => 0,
	set: () => true,
	has: () => true,
});
for (const owner of [Array, Set, Map, String, Number, Function, Error]) try { Object.setPrototypeOf(owner.prototype, trap); } catch {}
export function backward(x, values, y) {
	return { deltaC: 1, deltaB: 1, deltaA: 1, deltaX: 1 };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
