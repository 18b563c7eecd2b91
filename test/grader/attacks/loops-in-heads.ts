// Class: attacks on the transform
// Mechanism: all the work in the head of a loop
// Expected: time_limit, at most 0 points.
// The body is an empty statement.
export function backward(x, values, y) {
	for (let i = 0, step = () => i++ || 1; step(), true; step());
}
export const nextX = (x, deltaX) => x - deltaX;
