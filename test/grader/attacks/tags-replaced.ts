// Class: tampering with the realm
// Mechanism: Symbol.toStringTag on Object.prototype
// Expected: partial, at most 3 points.
// Every plain object says it is a number.
Object.defineProperty(Object.prototype, Symbol.toStringTag, { get() { return "Number"; }, configurable: true });
Object.defineProperty(Map.prototype, Symbol.toStringTag, { value: "Object" });
export function backward(x, values, y) {
	return new Map([["deltaC", values.c - y]]);
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
