// Class: code outside the timeout
// Mechanism: endless loop while the module loads
// Expected: time_limit, at most 0 points.
// No call is ever made.
for (;;);
export function backward() {}
export function nextX() {}
