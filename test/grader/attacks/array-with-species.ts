// Class: values that are not what they seem
// Mechanism: array subclass with its own species and iterator
// Expected: partial, at most 3 points.
// What a copy of it would be made of is the student's.
export function backward(x, values, y) {
	class Own extends Array { static get [Symbol.species]() { for (;;); } *[Symbol.iterator]() { for (;;) yield 1; } get length() { return 4; } }
	return new Own(1, 2, 3);
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
