// slip: fixedRate divides the wrong way round: rate = 1 - f/s instead of 1 - s/f.
export type Mode = "fresh" | "fixed";
export type Vars = "b" | "wb";

export interface Step {
	w: number;
	b: number;
	z: number;
	deltaZ: number;
}

function zAt(w: number, b: number): number {
	return (2 * w + 3 * b) * (2 * b + 1);
}

function byW(b: number): number {
	return 2 * (2 * b + 1);
}

function byB(w: number, b: number): number {
	return 2 * (2 * w + 3 * b) + 3 * (2 * b + 1);
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
	let dzdw = byW(b);
	let dzdb = byB(w, b);
	let updates = 0;
	for (;;) {
		const z = zAt(w, b);
		const deltaZ = z - target;
		steps.push({ w, b, z, deltaZ });
		if (Math.abs(deltaZ) < error) {
			return { w, b, updates, converged: true, steps };
		}
		if (mode === "fresh") {
			dzdw = byW(b);
			dzdb = byB(w, b);
		}
		const blocked = dzdb === 0 || (vars === "wb" && dzdw === 0);
		if (!Number.isFinite(deltaZ) || blocked || updates >= maxUpdates) {
			return { w, b, updates, converged: false, steps };
		}
		if (vars === "b") {
			b -= deltaZ / dzdb;
		} else {
			w -= deltaZ / 2 / dzdw;
			b -= deltaZ / 2 / dzdb;
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
	const count = (mode: Mode, vars: Vars): number | null => {
		const run = solve(mode, vars, w, b, target, error, maxUpdates);
		return run.converged ? run.updates : null;
	};
	return {
		b: { fresh: count("fresh", "b"), fixed: count("fixed", "b") },
		wb: { fresh: count("fresh", "wb"), fixed: count("fixed", "wb") },
	};
}

export function fixedRate(
	firstFactor: number,
	slopeAtRoot: number,
): { rate: number; converges: boolean } {
	if (firstFactor === 0) throw new RangeError("a factor 0 allows no update");
	const rate = 1 - firstFactor / slopeAtRoot;
	return { rate, converges: Math.abs(rate) < 1 };
}
