// Class: attacks on the transform
// Mechanism: exports bound by patterns with defaults that run
// Expected: time_limit, at most 0 points.
// Binding is code as well.
export const { backward = (() => { for (;;); })(), ...rest } = new Proxy({}, { get: () => undefined });
export function nextX() {}
