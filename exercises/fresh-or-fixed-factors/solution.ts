export type Mode = "fresh" | "fixed";
export type Vars = "b" | "wb";

/** One forward pass: w and b, z there, and the error z − target. */
export interface Step {
	w: number;
	b: number;
	z: number;
	deltaZ: number;
}

/** ∂z/∂w and ∂z/∂b of the graph x = 2w + 3b, y = 2b + 1, z = xy. */
function factorsAt({ w, b }: Step): { factorW: number; factorB: number } {
	const x = 2 * w + 3 * b;
	const y = 2 * b + 1;
	return { factorW: 2 * y, factorB: 2 * x + 3 * y };
}

function pass(w: number, b: number, target: number): Step {
	const z = (2 * w + 3 * b) * (2 * b + 1);
	return { w, b, z, deltaZ: z - target };
}

/** The next pair. For one variable b takes the whole error, for two each takes half; null where there is nothing to divide by. */
function update(
	step: Step,
	vars: Vars,
	factors: { factorW: number; factorB: number },
): { w: number; b: number } | null {
	if (factors.factorB === 0) return null;
	if (vars === "b")
		return { w: step.w, b: step.b - step.deltaZ / factors.factorB };
	if (factors.factorW === 0) return null;
	const half = step.deltaZ / 2;
	return {
		w: step.w - half / factors.factorW,
		b: step.b - half / factors.factorB,
	};
}

/** Runs until |z − target| < error, with the factors of each point ("fresh") or always those of the start ("fixed"). */
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
	let step = pass(w, b, target);
	const first = factorsAt(step);
	const steps = [step];
	while (
		Math.abs(step.deltaZ) >= error &&
		Number.isFinite(step.deltaZ) &&
		steps.length <= maxUpdates
	) {
		const next = update(step, vars, mode === "fixed" ? first : factorsAt(step));
		if (!next) break;
		step = pass(next.w, next.b, target);
		steps.push(step);
	}
	return {
		w: step.w,
		b: step.b,
		updates: steps.length - 1,
		converged: Math.abs(step.deltaZ) < error,
		steps,
	};
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
	const count = (mode: Mode, vars: Vars) => {
		const run = solve(mode, vars, w, b, target, error, maxUpdates);
		return run.converged ? run.updates : null;
	};
	return {
		b: { fresh: count("fresh", "b"), fixed: count("fixed", "b") },
		wb: { fresh: count("fresh", "wb"), fixed: count("fixed", "wb") },
	};
}

/** Near the root each update with a fixed factor multiplies the error of b by 1 − slope/factor. */
export function fixedRate(
	firstFactor: number,
	slopeAtRoot: number,
): { rate: number; converges: boolean } {
	if (firstFactor === 0)
		throw new RangeError("nothing can be divided by a factor of 0");
	const rate = 1 - slopeAtRoot / firstFactor;
	return { rate, converges: Math.abs(rate) < 1 };
}
