// Class: tampering with the realm
// Mechanism: getters on the names of globals
// Expected: partial, at most 3 points.
// A harness that looks something up later runs student code.
const { defineProperty, getOwnPropertyNames } = Object;
const names = getOwnPropertyNames(globalThis);
const realm = globalThis;
for (let index = 0; index < names.length; index++) {
	const key = names[index];
	try { defineProperty(realm, key, { get() { for (;;); } }); } catch {}
}
export function backward(x, values, y) {
	return { deltaC: 1, deltaB: 1, deltaA: 1, deltaX: 1 };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
