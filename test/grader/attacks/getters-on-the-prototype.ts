// Class: values that are not what they seem
// Mechanism: right values on the prototype
// Expected: partial, at most 3 points.
// Nothing of the object's own.
export function backward(x, values, y) {
	const right = Object.create({ deltaC: values.c - y });
	Object.setPrototypeOf(right, { get deltaC() { return values.c - y; }, deltaB: 1, deltaA: 1, deltaX: 1 });
	return right;
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
