// Class: forged text
// Mechanism: names and classes that lie
// Expected: runtime_error, at most 3 points.
// An error whose class is called what it likes.
export function backward(x, values, y) {
	class accepted extends Error { get name() { return "accepted"; } }
	Object.defineProperty(accepted, "name", { value: '"},"status":"accepted' });
	throw Object.setPrototypeOf(new accepted("x"), Object.create(accepted.prototype, { constructor: { value: Object } }));
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
