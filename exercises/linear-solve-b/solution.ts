/** One forward pass: its b, the values of the graph, the error z − target, and ∂z/∂b there. */
export interface StepB {
	b: number;
	x: number;
	y: number;
	z: number;
	deltaZ: number;
	factor: number;
}

/** The graph x = 2w + 3b, y = 2b + 1, z = xy, and how z reacts to b at this point. */
function pass(w: number, b: number, target: number): StepB {
	const x = 2 * w + 3 * b;
	const y = 2 * b + 1;
	const z = x * y;
	return { b, x, y, z, deltaZ: z - target, factor: 2 * x + 3 * y };
}

/** Moves b until |z − target| < error, as far as updates and a factor to divide by allow. */
export function solveB(
	w: number,
	b: number,
	target: number,
	error: number,
	maxUpdates: number,
): {
	b: number;
	z: number;
	updates: number;
	converged: boolean;
	steps: StepB[];
} {
	let step = pass(w, b, target);
	const steps = [step];
	while (
		Math.abs(step.deltaZ) >= error &&
		step.factor !== 0 &&
		steps.length <= maxUpdates
	) {
		step = pass(w, step.b - step.deltaZ / step.factor, target);
		steps.push(step);
	}
	return {
		b: step.b,
		z: step.z,
		updates: steps.length - 1,
		converged: Math.abs(step.deltaZ) < error,
		steps,
	};
}
