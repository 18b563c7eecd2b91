// Class: attacks on the transform
// Mechanism: the counter's name spelt with an escape and shadowed
// Expected: time_limit, at most 0 points.
// Spells the name of the counter with an escape and puts its own in its place.
var \u{24}tick = () => {};
export function backward(x, values, y) {
	for (;;);
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
