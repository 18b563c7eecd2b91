// Class: values that are not what they seem
// Mechanism: an own key named __proto__
// Expected: partial, at most 3 points.
// Copied carelessly, it would change a prototype in the grader.
export function backward(x, values, y) {
	const result = { deltaC: 1, deltaB: 1, deltaA: 1, deltaX: 1 };
	for (const key of ["__proto__", "constructor", "prototype", "hasOwnProperty", "toString"])
		Object.defineProperty(result, key, { value: { deltaC: values.c - y, polluted: true }, enumerable: true });
	return result;
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
