// Class: attacks on the transform
// Mechanism: HTML comment that a function body would have and a module has not
// Expected: compile_error, at most 0 points.
// Hides what follows from one reader only.
let opened = 1, depth = 2;
export function backward(x, values, y) { return opened<!--depth; }
export const nextX = (x, deltaX) => x - deltaX;
