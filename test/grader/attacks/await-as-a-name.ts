// Class: attacks on the transform
// Mechanism: await and yield as names
// Expected: compile_error, at most 0 points.
// Names in a script, words of the language in a module.
var await = 1, yield = 2;
export function backward() { return await; }
export function nextX() {}
