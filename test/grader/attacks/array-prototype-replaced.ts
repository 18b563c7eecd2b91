// Class: tampering with the realm
// Mechanism: setters and getters planted on Array.prototype and Object.prototype
// Expected: partial, at most 3 points.
// Plants setters and getters on prototypes, and replaces every method of lists and objects.
for (let index = 0; index < 50; index++) {
	Object.defineProperty(Array.prototype, index, { set() { throw "planted"; }, get() { return 7; }, configurable: true });
}
for (const key of ["value", "get", "set", "enumerable", "o", "f", "p", "$", "kind", "mutated"]) {
	Object.defineProperty(Object.prototype, key, { __proto__: null, get() { return undefined; }, set() {}, configurable: true });
}
for (const name of ["map", "every", "some", "find", "includes", "join", "push", "entries", "forEach", "reduce"]) {
	Array.prototype[name] = () => true;
}
Function.prototype.call = Function.prototype.apply = Function.prototype.bind = () => 1;
Object.keys = Object.entries = () => [];
for (const name of ["apply", "ownKeys", "defineProperty", "getOwnPropertyDescriptor", "getPrototypeOf", "setPrototypeOf"]) {
	Reflect[name] = () => true;
}
Array.prototype[Symbol.iterator] = function* () { yield 1; };
export function backward(x, values, y) {
	return { deltaC: 1, deltaB: 1, deltaA: 1, deltaX: 1 };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
