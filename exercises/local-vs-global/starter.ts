type F = (x: number) => number;

/** Follows −df for `steps` updates of rate `eta`, and tells where that ends. */
export function descend(df: F, x0: number, eta: number, steps: number): number {
	return 0;
}

/** The same uphill. */
export function ascend(df: F, x0: number, eta: number, steps: number): number {
	return 0;
}

/** Descends from every start and keeps the lowest end. Throws RangeError when no run ends in finite numbers. */
export function bestOf(
	f: F,
	df: F,
	starts: number[],
	eta: number,
	steps: number,
): { x: number; value: number; start: number } {
	return { x: 0, value: 0, start: 0 };
}
