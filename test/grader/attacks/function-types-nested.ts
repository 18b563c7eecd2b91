// Class: attacks on the transform
// Mechanism: function types in brackets in function types
// Expected: compile_error|wrong_answer|partial, at most 3 points.
// Every bracket of a type may open parameters or a group.
let f: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: (a: number))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))));
export function backward() {}
export function nextX() {}
