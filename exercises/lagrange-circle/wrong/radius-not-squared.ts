export interface Problem {
	p: number;
	q: number;
	r: number;
}

export interface Place {
	x: number;
	y: number;
	lambda: number;
}

export function lagrangian(
	{ p, q, r }: Problem,
	{ x, y, lambda }: Place,
): { objective: number; constraint: number; L: number } {
	const objective = p * x + q * y;
	const constraint = x * x + y * y - r;
	return { objective, constraint, L: objective - lambda * constraint };
}

export function lagrangianGradient(
	{ p, q, r }: Problem,
	{ x, y, lambda }: Place,
): { dLdx: number; dLdy: number; dLdLambda: number } {
	return {
		dLdx: p - 2 * lambda * x,
		dLdy: q - 2 * lambda * y,
		dLdLambda: r - x * x - y * y,
	};
}

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
