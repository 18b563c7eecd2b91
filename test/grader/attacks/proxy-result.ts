// Class: values that are not what they seem
// Mechanism: a proxy that shows something else at each look
// Expected: partial, at most 3 points.
// Answers with a proxy that shows something else at each look.
export function backward(x, values, y) {
	let look = 0;
	return new Proxy({}, {
		ownKeys: () => ["deltaC", "deltaB", "deltaA", "deltaX"],
		getOwnPropertyDescriptor: () => ({ value: look++, enumerable: true, configurable: true, writable: true }),
		get: () => look++,
		has: () => true,
	});
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
