/** A cost as a function of all parameters in one list. */
export type Cost = (p: number[]) => number;

/** Central difference in each parameter. A step of 0 is a RangeError. */
export function numericGradient(cost: Cost, p: number[], h: number): number[] {
	return [];
}

/** |a − b| / (|a| + |b|). Lengths that differ are a RangeError. */
export function relativeDifference(a: number[], b: number[]): number {
	return 0;
}

/** Holds an analytic gradient against the numeric one. */
export function checkGradient(
	cost: Cost,
	p: number[],
	analytic: number[],
	h: number,
	tol: number,
): { ok: boolean; difference: number; worstIndex: number | null } {
	return { ok: false, difference: 0, worstIndex: 0 };
}
