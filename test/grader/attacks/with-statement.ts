// Class: attacks on the transform
// Mechanism: with and sloppy mode
// Expected: compile_error, at most 0 points.
// Would shadow the counter by a property.
export function backward(x, values, y) { with (new Proxy({}, { has: () => true, get: () => () => 0 })) { for (;;); } }
export const nextX = (x, deltaX) => x - deltaX;
