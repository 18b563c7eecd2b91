// Class: attacks on the transform
// Mechanism: HTML comment closed at the start of a line
// Expected: compile_error, at most 0 points.
// The same the other way round.
let left = 3;
export function backward(x, values, y) { while (left
--> 0); return left; }
export const nextX = (x, deltaX) => x - deltaX;
