/** Carries the error c − y back through c = √b, b = ln a and a = x². Each step divides by that stage's derivative. */
export function backward(
	x: number,
	values: { a: number; b: number; c: number },
	y: number,
): { deltaC: number; deltaB: number; deltaA: number; deltaX: number } {
	const deltaC = values.c - y;
	const deltaB = deltaC * 2 * Math.sqrt(values.b); // dc/db = 1/(2√b)
	const deltaA = deltaB * values.a; // db/da = 1/a
	const deltaX = deltaA / (2 * x); // da/dx = 2x
	return { deltaC, deltaB, deltaA, deltaX };
}

/** The x to try next. */
export function nextX(x: number, deltaX: number): number {
	return x - deltaX;
}
