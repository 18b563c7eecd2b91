// Class: attacks on the transform
// Mechanism: type words used as names, and types that look like code
// Expected: accepted, at most 15 points.
// What a careless eraser would take away is the answer.
type of<as> = as extends infer satisfies ? satisfies : never;
let type = 1, declare = 2, abstract = 3, as = 4, satisfies = 5, readonly = 6, asserts = 7;
export function backward(this: void, x: number, values: { a: number; b: number; c: number }, y: number) {
	const deltaC = (values.c as number) - (y satisfies number);
	const deltaB = deltaC! * 2 * Math.sqrt(values.b!);
	const deltaA = deltaB * (values as any).a;
	return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
}
export const nextX = (x: number, deltaX: number): number => x - deltaX;
