// Class: attacks on the transform
// Mechanism: return outside a function
// Expected: compile_error, at most 0 points.
// The module is a function only for us.
return { backward: () => 1, nextX: () => 1 };
export function backward() {}
export function nextX() {}
