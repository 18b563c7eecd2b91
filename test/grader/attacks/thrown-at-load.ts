// Class: code outside the timeout
// Mechanism: a proxy thrown while the module loads
// Expected: runtime_error, at most 0 points.
// Throws a proxy while the module loads, where a careless harness would fail itself.
throw new Proxy({}, { getPrototypeOf() { throw 1; } });
export function backward() {}
