// Class: tampering with the realm
// Mechanism: iterators of every built-in
// Expected: partial, at most 3 points.
// Lists, strings, sets and maps iterate as the student likes.
for (const owner of [Array, String, Set, Map, Int8Array]) {
	Object.defineProperty(owner.prototype, Symbol.iterator, { value: function* () { for (;;) yield ["value", 0]; } });
}
Object.getPrototypeOf([][Symbol.iterator]?.call([1]) ?? {}).next = () => ({ done: false });
export function backward(x, values, y) {
	return { deltaC: 1, deltaB: 1, deltaA: 1, deltaX: 1 };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
