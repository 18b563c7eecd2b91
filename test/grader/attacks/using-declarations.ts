// Class: attacks on the transform
// Mechanism: using and Symbol.dispose
// Expected: compile_error|time_limit|runtime_error|partial, at most 3 points.
// A loop that runs when a block is left.
export function backward(x, values, y) {
	using held = { [Symbol.dispose ?? "dispose"]() { for (;;); } };
	return 1;
}
export const nextX = (x, deltaX) => x - deltaX;
