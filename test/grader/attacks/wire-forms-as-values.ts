// Class: forged text
// Mechanism: objects with the wire's own keys
// Expected: partial, at most 3 points.
// $, o, f and ! stand for special values on the wire.
export function backward(x, values, y) {
	return { deltaC: { $: "NaN" }, deltaB: { o: [["deltaB", 1]] }, deltaA: { f: "exp", p: [] }, deltaX: { "!": "a number" } };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
