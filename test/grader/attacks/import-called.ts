// Class: attacks on the transform
// Mechanism: dynamic import
// Expected: compile_error, at most 0 points.
// Fetched at run time.
export function backward() { return import("node:fs").then((fs) => fs.readFileSync("/etc/passwd")); }
export function nextX() {}
