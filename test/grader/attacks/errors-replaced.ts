// Class: tampering with the realm
// Mechanism: error classes and captureStackTrace
// Expected: runtime_error, at most 3 points.
// What is thrown has been made by the student's classes.
for (const name of ["Error", "TypeError", "RangeError", "SyntaxError", "ReferenceError"]) globalThis[name] = class { constructor() { for (;;); } };
export function backward(x, values, y) {
	null.x;
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
