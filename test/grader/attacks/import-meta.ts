// Class: attacks on the transform
// Mechanism: import.meta
// Expected: compile_error, at most 0 points.
// Where the file lies.
export function backward() { return import.meta.url; }
export function nextX() {}
