// Class: attempts to get out
// Mechanism: V8's natives syntax
// Expected: compile_error, at most 0 points.
// Would need a flag.
export function backward() { return %DebugPrint(1); }
export function nextX() {}
