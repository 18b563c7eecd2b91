// Class: tampering with the realm
// Mechanism: keys of the harness's own records on Object.prototype
// Expected: partial, at most 3 points.
// A field that is not there would be read from the student.
for (const [key, value] of Object.entries({ apply: [[1], [2]], throws: "Error", withConsole: true, limit: 1, kind: "value", mutated: false, shared: false, counts: [], calls: 0, then: 1, value: 0, get: undefined, o: [], f: "exp", p: [] })) {
	Object.defineProperty(Object.prototype, key, { __proto__: null, get() { return value; }, set() {}, configurable: true });
}
export function backward(x, values, y) {
	return { deltaC: 1, deltaB: 1, deltaA: 1, deltaX: 1 };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
