// Class: lazy answers
// Mechanism: exports that are not functions
// Expected: wrong_answer, at most 0 points.
// An object with a call method, a proxy of one, a number.
export const backward = { call: () => 1, apply: () => 1 };
export const nextX = 7;
