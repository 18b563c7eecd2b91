// Class: code outside the timeout
// Mechanism: await outside a function
// Expected: compile_error, at most 0 points.
// A module that never finishes to load.
await new Promise(() => {});
export function backward() {}
export function nextX() {}
