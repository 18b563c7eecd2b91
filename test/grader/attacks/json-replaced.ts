// Class: tampering with the realm
// Mechanism: JSON and string methods replaced
// Expected: partial, at most 3 points.
// Makes JSON and string methods say what the grader would like to hear.
const forged = '{"kind":"value","value":{"o":[]}}';
JSON.stringify = () => forged;
JSON.parse = () => ({ kind: "value" });
String.prototype.toString = String.prototype.valueOf = String.prototype.slice = () => forged;
Number.prototype.toString = Number.prototype.valueOf = () => forged;
Object.prototype.toString = () => "[object Object]";
Object.prototype.toJSON = () => forged;
globalThis.JSON = { stringify: () => forged, parse: () => ({}) };
export function backward(x, values, y) {
	return { deltaC: 1, deltaB: 1, deltaA: 1, deltaX: 1 };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
