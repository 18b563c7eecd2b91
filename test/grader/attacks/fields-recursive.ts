// Class: attacks on the transform
// Mechanism: field initialisers that construct themselves
// Expected: time_limit, at most 0 points.
// No function body, hence no count, until the stack ends.
export function backward(x, values, y) {
	class Again { field = new Again(); }
	try { new Again(); } catch {}
	for (;;) try { new Again(); } catch {}
}
export const nextX = (x, deltaX) => x - deltaX;
