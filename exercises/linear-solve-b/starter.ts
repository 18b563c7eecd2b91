/** One forward pass: its b, the values of the graph, the error z − target, and ∂z/∂b there. */
export interface StepB {
	b: number;
	x: number;
	y: number;
	z: number;
	deltaZ: number;
	factor: number;
}

/** Moves b until |z − target| < `error`, with at most `maxUpdates` updates. */
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
	const steps: StepB[] = [];
	// forward pass, record, test, update
	return { b: 0, z: 0, updates: 0, converged: false, steps };
}
