// Class: crash loops
// Mechanism: an abort while the module loads
// Expected: memory_limit|time_limit, at most 0 points.
// The process dies before any call.
Array.prototype.toReversed.call({ length: 2 ** 32 - 1 });
export function backward() {}
export function nextX() {}
