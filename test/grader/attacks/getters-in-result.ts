// Class: values that are not what they seem
// Mechanism: getters that give the right values
// Expected: partial, at most 3 points.
// They could say something else at the next look.
export function backward(x, values, y) {
	return {
		get deltaC() { return values.c - y; },
		get deltaB() { return (values.c - y) * 2 * Math.sqrt(values.b); },
		get deltaA() { return (values.c - y) * 2 * Math.sqrt(values.b) * values.a; },
		get deltaX() { return ((values.c - y) * 2 * Math.sqrt(values.b) * values.a) / (2 * x); },
	};
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
