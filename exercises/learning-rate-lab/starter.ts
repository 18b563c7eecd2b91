export type Behaviour =
	| "one-sided"
	| "one step"
	| "zigzag"
	| "oscillates"
	| "diverges";

/** Descent on J = (x − center)² + offset: steps + 1 points, the start first, and J at each of them. */
export function path(
	center: number,
	offset: number,
	x0: number,
	eta: number,
	steps: number,
): { xs: number[]; js: number[] } {
	const xs = [x0];
	// one update per step
	return { xs, js: [] };
}

/** How descent on any such parabola behaves for this rate. Throws RangeError if eta is 0 or below. */
export function classify(eta: number): Behaviour {
	return "one-sided";
}

/** The first n with |xₙ − center| ≤ distance, null if there is none. Throws RangeError if eta is 0 or below. */
export function stepsToReach(
	center: number,
	x0: number,
	eta: number,
	distance: number,
): number | null {
	return 0;
}

/** η₀/(1 + kn) or η₀·e^(−kn), for n = 0 … steps − 1. */
export function decay(
	kind: "inverse" | "exponential",
	eta0: number,
	k: number,
	steps: number,
): number[] {
	return [];
}
