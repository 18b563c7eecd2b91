export type Mode = "fresh" | "fixed";
export type Vars = "b" | "wb";

/** One forward pass: w and b, z there, and the error z − target. */
export interface Step {
	w: number;
	b: number;
	z: number;
	deltaZ: number;
}

/** Runs until |z − target| < `error`, with the factors of each point ("fresh") or always those of the start ("fixed"). */
export function solve(
	mode: Mode,
	vars: Vars,
	w: number,
	b: number,
	target: number,
	error: number,
	maxUpdates: number,
): {
	w: number;
	b: number;
	updates: number;
	converged: boolean;
	steps: Step[];
} {
	const steps: Step[] = [];
	// your loops of the last two exercises, with the factors as an answer to a question
	return { w: 0, b: 0, updates: 0, converged: false, steps };
}

/** How many updates each of the four programs needs; null for one that does not arrive. */
export function compare(
	w: number,
	b: number,
	target: number,
	error: number,
	maxUpdates: number,
): {
	b: { fresh: number | null; fixed: number | null };
	wb: { fresh: number | null; fixed: number | null };
} {
	return { b: { fresh: 0, fixed: 0 }, wb: { fresh: 0, fixed: 0 } };
}

/** By what an update with a fixed factor multiplies the error of b near a root, and whether that converges. */
export function fixedRate(
	firstFactor: number,
	slopeAtRoot: number,
): { rate: number; converges: boolean } {
	return { rate: 0, converges: false };
}
