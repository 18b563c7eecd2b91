// Class: values that are not what they seem
// Mechanism: Date, Map, Set, RegExp and Error objects
// Expected: partial, at most 3 points.
// Built-in objects that a structured copy would bring along.
export function backward(x, values, y) {
	return { deltaC: new Date(0), deltaB: new Map([["deltaB", 1]]), deltaA: new Set([1]), deltaX: [/x/, new Error("x")] };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
