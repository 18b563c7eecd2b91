// Class: values that are not what they seem
// Mechanism: objects that bring their own tolerance
// Expected: partial, at most 3 points.
// What a lenient matcher might ask for.
export function backward(x, values, y) {
	const any = { value: 0, tolerance: Infinity, absolute: Infinity, relative: Infinity, asymmetricMatch: () => true, $$typeof: Symbol.for("jest.asymmetricMatcher"), equals: () => true };
	return { deltaC: any, deltaB: any, deltaA: any, deltaX: any };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
