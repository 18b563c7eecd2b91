// Class: code outside the timeout
// Mechanism: endless built-in while the module loads
// Expected: time_limit, at most 0 points.
// No call is ever made, and no turn counted.
Array.prototype.includes.call({ length: 2 ** 53 - 1 }, 1);
export function backward() {}
export function nextX() {}
