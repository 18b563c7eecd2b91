// Class: code outside the timeout
// Mechanism: for await outside a function
// Expected: compile_error, at most 0 points.
// The same with another keyword.
for await (const nothing of [new Promise(() => {})]);
export function backward() {}
export function nextX() {}
