export type Cost = (p: number[]) => number;

export function numericGradient(cost: Cost, p: number[], h: number): number[] {
	if (h === 0) throw new RangeError("the step h must not be 0");
	return p.map((_, i) => {
		const moved = (delta: number) =>
			p.map((value, j) => (j === i ? value + delta : value));
		return (cost(moved(h)) - cost(moved(-h))) / (2 * h);
	});
}

export function relativeDifference(a: number[], b: number[]): number {
	if (a.length !== b.length) throw new RangeError("the lengths differ");
	const apart = length(a.map((entry, i) => entry - (b[i] as number)));
	return apart === 0 ? 0 : apart / (length(a) + length(b));
}

export function checkGradient(
	cost: Cost,
	p: number[],
	analytic: number[],
	h: number,
	tol: number,
): { ok: boolean; difference: number; worstIndex: number | null } {
	const numeric = numericGradient(cost, p, h);
	const difference = relativeDifference(analytic, numeric);
	if (difference <= tol) return { ok: true, difference, worstIndex: null };
	const errors = analytic.map((slope, i) => slope - (numeric[i] as number));
	const worstIndex = errors.indexOf(Math.max(...errors));
	return { ok: false, difference, worstIndex };
}

function length(a: number[]): number {
	return Math.sqrt(a.reduce((sum, entry) => sum + entry * entry, 0));
}
