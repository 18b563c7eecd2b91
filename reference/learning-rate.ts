import { assertCount, assertNumber } from "./assert-arguments.ts";

/** How descent on a parabola behaves for one rate. */
export type Behaviour =
	| "one-sided"
	| "one step"
	| "zigzag"
	| "oscillates"
	| "diverges";

/**
 * Behaviour of descent on J = (x − c)² + k: each update multiplies x − c by 1 − 2η, whatever c, k and the start are. Source: GD-06.
 *
 * @throws TypeError unless `eta` is a number; RangeError unless it is above 0
 */
export function classify(eta: number): Behaviour {
	assertRate(eta);
	const factor = 1 - 2 * eta;
	if (factor > 0) return "one-sided";
	if (factor === 0) return "one step";
	if (factor > -1) return "zigzag";
	return factor === -1 ? "oscillates" : "diverges";
}

/**
 * The first n ≥ 0 with |xₙ − center| ≤ distance in descent on J = (x − center)² + k, without rounding; null when there is none. Source: GD-06.
 *
 * @throws TypeError unless all are numbers; RangeError unless `eta` is above 0 and `distance` at least 0
 * @example stepsToReach(1, -0.8, 0.4, 0.001) // 5
 */
export function stepsToReach(
	center: number,
	x0: number,
	eta: number,
	distance: number,
): number | null {
	assertNumber(center, "center");
	assertNumber(x0, "x0");
	assertRate(eta);
	assertNumber(distance, "distance");
	if (!(distance >= 0))
		throw new RangeError(`distance must be at least 0, got ${distance}`);
	const factor = Math.abs(1 - 2 * eta);
	let gap = Math.abs(x0 - center);
	if (gap <= distance) return 0;
	// A gap only shrinks by a factor below 1, and only the factor 0 ever makes it 0.
	if (!(factor < 1) || (distance === 0 && factor > 0)) return null;
	let steps = 0;
	while (gap > distance) {
		gap *= factor;
		steps++;
	}
	return steps;
}

/**
 * Rates that decrease from step to step: η₀/(1 + kn) or η₀e^(−kn), n = 0 … steps − 1. Source: GD-10.
 *
 * @throws TypeError unless the last three are numbers; RangeError unless `steps` is a whole number of at least 0
 * @example decay("inverse", 0.1, 0.05, 3) // [0.1, 0.0952…, 0.0909…]
 */
export function decay(
	kind: "inverse" | "exponential",
	eta0: number,
	k: number,
	steps: number,
): number[] {
	assertNumber(eta0, "eta0");
	assertNumber(k, "k");
	assertCount(steps, "steps");
	return Array.from({ length: steps }, (_, n) =>
		kind === "inverse" ? eta0 / (1 + k * n) : eta0 * Math.exp(-k * n),
	);
}

function assertRate(eta: number): void {
	assertNumber(eta, "eta");
	if (!(eta > 0)) throw new RangeError(`eta must be above 0, got ${eta}`);
}
