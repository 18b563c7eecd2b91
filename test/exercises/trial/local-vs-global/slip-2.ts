// slip: bestOf leaves out only runs with NaN, so a run that ends at x or f(x) = -Infinity (or Infinity) still takes part.
type F = (x: number) => number;

function walk(df: F, x0: number, rate: number, steps: number): number {
	let x = x0;
	for (let n = 0; n < steps; n++) {
		x += rate * df(x);
	}
	return x;
}

export function descend(df: F, x0: number, eta: number, steps: number): number {
	return walk(df, x0, -eta, steps);
}

export function ascend(df: F, x0: number, eta: number, steps: number): number {
	return walk(df, x0, eta, steps);
}

export function bestOf(
	f: F,
	df: F,
	starts: number[],
	eta: number,
	steps: number,
): { x: number; value: number; start: number } {
	const runs = starts
		.map((start) => {
			const x = descend(df, start, eta, steps);
			return { x, value: f(x), start };
		})
		.filter((run) => !Number.isNaN(run.x) && !Number.isNaN(run.value));
	if (runs.length === 0) throw new RangeError("no run ends in finite numbers");
	let best = runs[0];
	for (const run of runs) {
		if (run.value < best.value) best = run;
	}
	return best;
}
