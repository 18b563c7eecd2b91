// Class: attacks on the transform
// Mechanism: type assertions that could be arrow functions with type parameters
// Expected: compile_error, at most 0 points.
// Each one is read twice, and so is everything inside it.
export const backward = <T>(<T>(<T>(<T>(<T>(<T>(<T>(<T>(<T>(<T>(<T>(<T>(<T>(<T>(<T>(<T>(<T>(<T>(<T>(<T>(<T>(<T>(<T>(<T>(<T>(<T>(<T>(<T>(<T>(<T>(<T>(<T>(<T>(<T>(<T>(<T>(<T>(<T>(<T>(<T>(1))))))))))))))))))))))))))))))))))))))));
export function nextX() {}
