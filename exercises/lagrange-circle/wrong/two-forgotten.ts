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
	const constraint = x * x + y * y - r * r;
	return { objective, constraint, L: objective - lambda * constraint };
}

export function lagrangianGradient(
	{ p, q, r }: Problem,
	{ x, y, lambda }: Place,
): { dLdx: number; dLdy: number; dLdLambda: number } {
	return {
		dLdx: p - lambda * x,
		dLdy: q - lambda * y,
		dLdLambda: r * r - x * x - y * y,
	};
}

export function extremeOnCircle(
	{ p, q, r }: Problem,
	kind: "minimum" | "maximum",
): { lambda: number; x: number; y: number; value: number } {
	if (r <= 0) throw new RangeError("the radius must be positive");
	const slope = Math.sqrt(p * p + q * q);
	if (slope === 0) throw new RangeError("a level plane has no extreme");
	const size = slope / r;
	const lambda = kind === "minimum" ? -size : size;
	const x = p / lambda;
	const y = q / lambda;
	return { lambda, x, y, value: p * x + q * y };
}
