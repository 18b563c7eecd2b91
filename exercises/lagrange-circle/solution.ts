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

/** L = f − λg, with the plane's height f and the constraint g, which is 0 on the circle. */
export function lagrangian(
	{ p, q, r }: Problem,
	{ x, y, lambda }: Place,
): { objective: number; constraint: number; L: number } {
	const objective = p * x + q * y;
	const constraint = x * x + y * y - r * r;
	return { objective, constraint, L: objective - lambda * constraint };
}

/** The slopes of L in its three variables. */
export function lagrangianGradient(
	{ p, q, r }: Problem,
	{ x, y, lambda }: Place,
): { dLdx: number; dLdy: number; dLdLambda: number } {
	return {
		dLdx: p - 2 * lambda * x,
		dLdy: q - 2 * lambda * y,
		dLdLambda: r * r - x * x - y * y,
	};
}

/** Where all three slopes are 0: x = p/(2λ), y = q/(2λ), and the circle leaves two values for λ. */
export function extremeOnCircle(
	{ p, q, r }: Problem,
	kind: "minimum" | "maximum",
): { lambda: number; x: number; y: number; value: number } {
	if (r <= 0) throw new RangeError("the radius must be positive");
	const slope = Math.sqrt(p * p + q * q);
	if (slope === 0) throw new RangeError("a level plane has no extreme");
	const size = slope / (2 * r);
	const lambda = kind === "minimum" ? -size : size;
	const x = p / (2 * lambda);
	const y = q / (2 * lambda);
	return { lambda, x, y, value: p * x + q * y };
}
