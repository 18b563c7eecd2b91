// Class: values that are not what they seem
// Mechanism: Number objects
// Expected: partial, at most 3 points.
// They behave like numbers wherever they are subtracted.
export function backward(x, values, y) {
	return { deltaC: new Number(values.c - y), deltaB: new Number(1), deltaA: new Number(1), deltaX: new Number(1) };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
