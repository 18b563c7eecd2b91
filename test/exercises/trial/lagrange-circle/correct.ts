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

const height = (problem: Problem, x: number, y: number): number =>
	problem.p * x + problem.q * y;

export function lagrangian(
	problem: Problem,
	at: Place,
): { objective: number; constraint: number; L: number } {
	const objective = height(problem, at.x, at.y);
	const constraint = at.x ** 2 + at.y ** 2 - problem.r ** 2;
	return { objective, constraint, L: objective - at.lambda * constraint };
}

export function lagrangianGradient(
	problem: Problem,
	at: Place,
): { dLdx: number; dLdy: number; dLdLambda: number } {
	return {
		dLdx: problem.p - 2 * at.lambda * at.x,
		dLdy: problem.q - 2 * at.lambda * at.y,
		dLdLambda: problem.r ** 2 - at.x ** 2 - at.y ** 2,
	};
}

export function extremeOnCircle(
	problem: Problem,
	kind: "minimum" | "maximum",
): { lambda: number; x: number; y: number; value: number } {
	const { p, q, r } = problem;
	if (r <= 0) throw new RangeError("the radius must be positive");
	if (p === 0 && q === 0) throw new RangeError("the plane is level");
	const sign = kind === "minimum" ? -1 : 1;
	const norm = Math.sqrt(p * p + q * q);
	const lambda = (sign * norm) / (2 * r);
	const x = p / (2 * lambda);
	const y = q / (2 * lambda);
	return { lambda, x, y, value: height(problem, x, y) };
}
