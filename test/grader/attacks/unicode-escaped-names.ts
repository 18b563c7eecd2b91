// Class: attacks on the transform
// Mechanism: escapes in names and keywords
// Expected: time_limit, at most 0 points.
// The counter's name spelt in four ways, and functions spelt with escapes.
var \u0024tick0 = () => {}, $\u0074ick1 = 0, \u{000024}tick2 = 0;
let $tick = () => {}, $tick3 = $tick;
export function b\u0061ckward(x, values, y) {
	for (;;) $tick();
}
export const next\u0058 = (x, deltaX) => x - deltaX;
