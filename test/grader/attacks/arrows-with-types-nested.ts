// Class: attacks on the transform
// Mechanism: arrow functions with return types in conditionals
// Expected: compile_error|runtime_error|wrong_answer|partial, at most 3 points.
// The colon may belong to the conditional or to a type.
export const backward = x ? (a) : (b): number => x ? (a) : (b): number => x ? (a) : (b): number => x ? (a) : (b): number => x ? (a) : (b): number => x ? (a) : (b): number => x ? (a) : (b): number => x ? (a) : (b): number => x ? (a) : (b): number => x ? (a) : (b): number => x ? (a) : (b): number => x ? (a) : (b): number => x ? (a) : (b): number => x ? (a) : (b): number => x ? (a) : (b): number => x ? (a) : (b): number => x ? (a) : (b): number => x ? (a) : (b): number => x ? (a) : (b): number => x ? (a) : (b): number => x ? (a) : (b): number => x ? (a) : (b): number => x ? (a) : (b): number => x ? (a) : (b): number => 0;
export function nextX() {}
