/** The functions whose derivatives stand in the table. */
export type TableName = "const" | "x" | "x^2" | "exp" | "exp(-x)";

/** One-sided slope: from x to x + h. A step of 0 is a RangeError. */
export function forwardDifference(
	f: (x: number) => number,
	x: number,
	h: number,
): number {
	return 0;
}

/** Two-sided slope: from x − h to x + h. A step of 0 is a RangeError. */
export function centralDifference(
	f: (x: number) => number,
	x: number,
	h: number,
): number {
	return 0;
}

/** The exact derivative of the named function at x. */
export function tableDerivative(name: TableName, x: number): number {
	return 0;
}
