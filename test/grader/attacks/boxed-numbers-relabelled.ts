// Class: values that are not what they seem
// Mechanism: Number objects with a Symbol.toStringTag
// Expected: partial, at most 3 points.
// A boxed number that says it is a plain object.
export function backward(x, values, y) {
	const box = (number) => Object.assign(new Number(number), { [Symbol.toStringTag]: "Object", valueOf: () => number });
	return { deltaC: box(values.c - y), deltaB: box(1), deltaA: box(1), deltaX: box(1) };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
