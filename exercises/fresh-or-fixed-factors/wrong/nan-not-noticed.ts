type Mode = "fresh" | "fixed";
type Vars = "b" | "wb";

interface Step {
	w: number;
	b: number;
	z: number;
	deltaZ: number;
}

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
	let updates = 0;
	let factorW = 0;
	let factorB = 0;
	while (true) {
		const x = 2 * w + 3 * b;
		const y = 2 * b + 1;
		const z = x * y;
		const deltaZ = z - target;
		steps.push({ w, b, z, deltaZ });
		if (!(Math.abs(deltaZ) >= error)) {
			return { w, b, updates, converged: true, steps };
		}
		if (mode === "fresh" || updates === 0) {
			factorW = 2 * y;
			factorB = 2 * x + 3 * y;
		}
		const isStuck = factorB === 0 || (vars === "wb" && factorW === 0);
		if (isStuck || updates === maxUpdates) {
			return { w, b, updates, converged: false, steps };
		}
		if (vars === "wb") {
			w -= deltaZ / 2 / factorW;
			b -= deltaZ / 2 / factorB;
		} else {
			b -= deltaZ / factorB;
		}
		updates++;
	}
}

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
	function count(mode: Mode, vars: Vars): number | null {
		const run = solve(mode, vars, w, b, target, error, maxUpdates);
		return run.converged ? run.updates : null;
	}
	return {
		b: { fresh: count("fresh", "b"), fixed: count("fixed", "b") },
		wb: { fresh: count("fresh", "wb"), fixed: count("fixed", "wb") },
	};
}

export function fixedRate(
	firstFactor: number,
	slopeAtRoot: number,
): { rate: number; converges: boolean } {
	if (firstFactor === 0) throw new RangeError("factor 0");
	const rate = 1 - slopeAtRoot / firstFactor;
	return { rate, converges: rate > -1 && rate < 1 };
}
