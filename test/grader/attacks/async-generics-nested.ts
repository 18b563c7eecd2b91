// Class: attacks on the transform
// Mechanism: async arrow functions with type parameters
// Expected: compile_error|runtime_error|wrong_answer|partial, at most 3 points.
// Guess upon guess, each tried to its end.
export const backward = async<T>(x = async<T>(x = async<T>(x = async<T>(x = async<T>(x = async<T>(x = async<T>(x = async<T>(x = async<T>(x = async<T>(x = async<T>(x = async<T>(x = async<T>(x = async<T>(x = async<T>(x = async<T>(x = async<T>(x = async<T>(x = async<T>(x = async<T>(x = async<T>(x = async<T>(x = async<T>(x = async<T>(x = async<T>(x = async<T>(x = async<T>(x = async<T>(x = async<T>(x = async<T>(x = async<T>(x = async<T>(x = async<T>(x = async<T>(x = async<T>(x = async<T>(x = async<T>(x = async<T>(x = async<T>(x = async<T>(x = 0))))))))))))))))))))))))))))))))))))))));
export function nextX() {}
