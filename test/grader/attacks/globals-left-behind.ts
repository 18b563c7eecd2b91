// Class: theft across submissions
// Mechanism: globals, prototypes and symbols for whoever comes next
// Expected: accepted, at most 15 points.
// The next submission in the same process would meet them.
globalThis.leftBehind = true;
Object.defineProperty(Object.prototype, "deltaQ", { get() { return 0; }, set() {}, configurable: false });
Array.prototype.push = () => 0;
Math.sqrt = ((root) => (number) => root(number))(Math.sqrt);
Symbol.for("left behind").description;
export function backward(x, values, y) {
	const deltaC = values.c - y;
	const deltaB = deltaC * 2 * Math.sqrt(values.b);
	const deltaA = deltaB * values.a;
	return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
