// Class: output and console floods
// Mechanism: getters, proxies and traps among what is printed
// Expected: accepted, at most 15 points.
// Nothing of the student's runs for being printed, and the answers are right.
export function backward(x, values, y) {
	const loop = () => { for (;;); };
	class Shown { get value() { loop(); } toString() { loop(); } [Symbol.toPrimitive]() { loop(); } toJSON() { loop(); } }
	console.log(new Shown(), [new Shown()], { get x() { loop(); } }, Symbol("s"), loop, -0, null, undefined, 10n);
	console.error(Object.create(null)); console.warn(new Array(2 ** 32 - 1)); console.info(); console.debug("");
	const deltaC = values.c - y;
	const deltaB = deltaC * 2 * Math.sqrt(values.b);
	const deltaA = deltaB * values.a;
	return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
