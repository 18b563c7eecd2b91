// Class: values that are not what they seem
// Mechanism: symbols and functions as values
// Expected: partial, at most 3 points.
// Things that no text form has.
export function backward(x, values, y) {
	return { deltaC: Symbol("c"), deltaB: () => 1, deltaA: class {}, deltaX: Math.max };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
