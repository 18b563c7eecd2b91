// Class: values that are not what they seem
// Mechanism: proxy around an array, whose length changes
// Expected: partial|runtime_error, at most 3 points.
// Array.isArray says yes.
export function backward(x, values, y) {
	let look = 0;
	return new Proxy([], { get: () => look++, getOwnPropertyDescriptor: (target, key) => key === "length" ? { value: 4, writable: true, enumerable: false, configurable: false } : { value: look++, writable: true, enumerable: true, configurable: true } });
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
