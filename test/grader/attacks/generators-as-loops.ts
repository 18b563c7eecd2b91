// Class: attacks on the transform
// Mechanism: yield* and spread of generators
// Expected: time_limit|runtime_error, at most 3 points.
// Loops that are no loop statements.
const forever = { *[Symbol.iterator]() { yield 1; yield* forever; } };
export function backward(x, values, y) {
	return [...forever].length;
}
export const nextX = (x, deltaX) => x - deltaX;
