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
	return { factorW: 0, factorB: 0 };
}

/** Moves w and b until |z − target| < `error`, with at most `maxUpdates` updates. */
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
	const steps: StepWB[] = [];
	// forward pass, record, test, update both
	return { w: 0, b: 0, z: 0, updates: 0, converged: false, steps };
}
