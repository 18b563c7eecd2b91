import { assertCount, assertNumber } from "./assert-arguments.ts";
import { forward } from "./linear-graph.ts";

/** Which variables are moved: b alone, or w and b, each for half of the error. */
export type Moved = "b" | "wb";

/** The factors that an error is divided by: those of the current point, or for ever those of the start. */
export type FactorMode = "fresh" | "fixed";

/** One forward pass of a run, its error z − target, and the factors ∂z/∂w and ∂z/∂b at this point. */
export interface SolveStep {
	w: number;
	b: number;
	x: number;
	y: number;
	z: number;
	deltaZ: number;
	factorW: number;
	factorB: number;
}

/** Differentiates z = x·y by w and by b, given x and y. Source: LB-09. @throws TypeError unless x and y are numbers */
export function factors(
	x: number,
	y: number,
): { factorW: number; factorB: number } {
	assertNumber(x, "x");
	assertNumber(y, "y");
	return { factorW: 2 * y, factorB: 2 * x + 3 * y };
}

/**
 * Moves b, or w and b, of the linear graph until |z − target| < error: each variable gives way by its share of the error over its factor,
 * both computed before either moves. Source: LB-06, LB-10, LB-11.
 *
 * @param error strict bound for |z − target|
 * @param maxUpdates limit of updates, at least 0: some targets are never reached
 * @param share of the error that each variable takes; with 1 for both of two variables the run swings for ever, as in LB-09
 * @returns `steps` has every forward pass, updates + 1 of them; w, b and z are those of the last. A run ends without convergence when a factor it
 *   divides by is 0, when z − target is not finite, or at the limit.
 * @throws TypeError unless all are numbers; RangeError unless `maxUpdates` is a whole number of at least 0
 * @example solve("b", "fresh", 3, 4, 150, 1e-5, 100).updates // 3
 */
export function solve(
	moved: Moved,
	mode: FactorMode,
	w: number,
	b: number,
	target: number,
	error: number,
	maxUpdates: number,
	share = moved === "wb" ? 1 / 2 : 1,
): {
	w: number;
	b: number;
	z: number;
	updates: number;
	converged: boolean;
	steps: SolveStep[];
} {
	assertNumber(target, "target");
	assertNumber(error, "error");
	assertNumber(share, "share");
	assertCount(maxUpdates, "maxUpdates");
	let step = stepAt(w, b, target);
	const steps = [step];
	const first = step;
	const hasConverged = () => Math.abs(step.deltaZ) < error;
	while (
		!hasConverged() &&
		Number.isFinite(step.deltaZ) &&
		steps.length <= maxUpdates
	) {
		const { factorW, factorB } = mode === "fixed" ? first : step;
		if (factorB === 0 || (moved === "wb" && factorW === 0)) break;
		const part = step.deltaZ * share;
		step = stepAt(
			moved === "wb" ? step.w - part / factorW : step.w,
			step.b - part / factorB,
			target,
		);
		steps.push(step);
	}
	return {
		w: step.w,
		b: step.b,
		z: step.z,
		updates: steps.length - 1,
		converged: hasConverged(),
		steps,
	};
}

function stepAt(w: number, b: number, target: number): SolveStep {
	const { x, y, z } = forward(w, b);
	return { w, b, x, y, z, deltaZ: z - target, ...factors(x, y) };
}

/**
 * Finds the greater b with z(b) = target while w stays: the right root of 6b² + (4w + 3)b + 2w − target. Source: LB-06.
 *
 * @returns b and the discriminant
 * @throws TypeError unless both are numbers; RangeError when the discriminant is negative, where no b reaches the target
 */
export function exactB(
	w: number,
	target: number,
): { discriminant: number; b: number } {
	assertNumber(w, "w");
	assertNumber(target, "target");
	const discriminant = (4 * w + 3) ** 2 - 24 * (2 * w - target);
	if (discriminant < 0)
		throw new RangeError(`no b reaches ${target} when w is ${w}`);
	return { discriminant, b: (-(4 * w + 3) + Math.sqrt(discriminant)) / 12 };
}

/**
 * Computes by what division by a constant factor multiplies a small error of b near a root in each update: 1 − slope/factor. Below 1 in size
 * the run converges there. Source: LB-11.
 *
 * @param slopeAtRoot ∂z/∂b at the root
 * @throws TypeError unless both are numbers; RangeError for a factor of 0, which allows no update
 */
export function fixedRate(firstFactor: number, slopeAtRoot: number): number {
	assertNumber(firstFactor, "firstFactor");
	assertNumber(slopeAtRoot, "slopeAtRoot");
	if (firstFactor === 0)
		throw new RangeError("firstFactor is 0, so there is no update");
	return 1 - slopeAtRoot / firstFactor;
}
