type F = (x: number) => number;

/** Follows −df for `steps` updates of rate `eta`, and tells where that ends. */
export function descend(df: F, x0: number, eta: number, steps: number): number {
	let x = x0;
	for (let step = 0; step < steps; step++) x -= eta * df(x);
	return x;
}

/** The same uphill: ascent of f is descent of −f. */
export function ascend(df: F, x0: number, eta: number, steps: number): number {
	return descend((x) => -df(x), x0, eta, steps);
}

/** Descends from every start and keeps the lowest end; the earlier start on a tie. Ends that are not finite do not count. */
export function bestOf(
	f: F,
	df: F,
	starts: number[],
	eta: number,
	steps: number,
): { x: number; value: number; start: number } {
	let best: { x: number; value: number; start: number } | null = null;
	for (const start of starts) {
		const x = descend(df, start, eta, steps);
		const value = f(x);
		if (!Number.isFinite(x) || !Number.isFinite(value)) continue;
		if (best === null || value < best.value) best = { x, value, start };
	}
	if (best === null) throw new RangeError("no start leads anywhere");
	return best;
}
