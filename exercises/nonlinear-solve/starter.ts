/** What one round computed: its x, the forward values and the deltas. */
export interface Round {
	x: number;
	a: number;
	b: number;
	c: number;
	deltaC: number;
	deltaB: number;
	deltaA: number;
	deltaX: number;
}

/** The next x: x − Δx, but 1.1 if that is below 1. */
export function update(x: number, deltaX: number): number {
	return 0;
}

/**
 * Plays rounds from `x` until |c − y| < `error` or `maxRounds` rounds are over.
 * Your functions from the two exercises before fit in here; they need no export.
 */
export function solve(
	x: number,
	y: number,
	error: number,
	maxRounds: number,
): {
	x: number;
	c: number;
	rounds: number;
	converged: boolean;
	trace: Round[];
} {
	const trace: Round[] = [];
	// forward, backward, record, test, update
	return { x: 0, c: 0, rounds: 0, converged: false, trace };
}
