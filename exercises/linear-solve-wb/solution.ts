/** One forward pass: w and b, the values of the graph, the error z − target, and both derivatives there. */
export interface StepWB {
	w: number;
	b: number;
	x: number;
	y: number;
	z: number;
	deltaZ: number;
	factorW: number;
	factorB: number;
}

/** ∂z/∂w and ∂z/∂b, from the values of x and y. */
export function factors(
	x: number,
	y: number,
): { factorW: number; factorB: number } {
	return { factorW: 2 * y, factorB: 2 * x + 3 * y };
}

function pass(w: number, b: number, target: number): StepWB {
	const x = 2 * w + 3 * b;
	const y = 2 * b + 1;
	const z = x * y;
	return { w, b, x, y, z, deltaZ: z - target, ...factors(x, y) };
}

/** Moves w and b until |z − target| < error. Each takes half of the error, and both move from the same point. */
export function solveWB(
	w: number,
	b: number,
	target: number,
	error: number,
	maxUpdates: number,
): {
	w: number;
	b: number;
	z: number;
	updates: number;
	converged: boolean;
	steps: StepWB[];
} {
	let step = pass(w, b, target);
	const steps = [step];
	while (
		Math.abs(step.deltaZ) >= error &&
		step.factorW !== 0 &&
		step.factorB !== 0 &&
		steps.length <= maxUpdates
	) {
		const half = step.deltaZ / 2;
		step = pass(
			step.w - half / step.factorW,
			step.b - half / step.factorB,
			target,
		);
		steps.push(step);
	}
	return {
		w: step.w,
		b: step.b,
		z: step.z,
		updates: steps.length - 1,
		converged: Math.abs(step.deltaZ) < error,
		steps,
	};
}
