/** The plane z = px + qy and the circle of radius r around the origin. */
export interface Problem {
	p: number;
	q: number;
	r: number;
}

/** A point and the multiplier there. */
export interface Place {
	x: number;
	y: number;
	lambda: number;
}

/** The plane's height, the constraint, and L made of both. */
export function lagrangian(
	problem: Problem,
	at: Place,
): { objective: number; constraint: number; L: number } {
	return { objective: 0, constraint: 0, L: 0 };
}

/** The slopes of L in its three variables. */
export function lagrangianGradient(
	problem: Problem,
	at: Place,
): { dLdx: number; dLdy: number; dLdLambda: number } {
	return { dLdx: 0, dLdy: 0, dLdLambda: 0 };
}

/** The lowest or highest place on the circle. A level plane or a radius ≤ 0 is a RangeError. */
export function extremeOnCircle(
	problem: Problem,
	kind: "minimum" | "maximum",
): { lambda: number; x: number; y: number; value: number } {
	return { lambda: 0, x: 0, y: 0, value: 0 };
}
