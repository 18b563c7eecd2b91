// Class: attacks on the transform
// Mechanism: text that closes the wrapping function
// Expected: compile_error, at most 0 points.
// Leaves the function around the module and begins one of its own.
export function backward() { return 1; }
return { backward, nextX: backward }; }; })(), (function () { return ($tick) => {
