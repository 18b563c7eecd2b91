/** Height of the tangent at x, a step dx further on. */
export function approx1(
	f: (x: number) => number,
	df: (x: number) => number,
	x: number,
	dx: number,
): number {
	return 0;
}

/** Estimated change for a small step. Lengths that differ are a RangeError. */
export function deltaZ(gradient: number[], step: number[]): number {
	return 0;
}

/** The true change minus the estimated one. Lengths that differ are a RangeError. */
export function approximationError(
	f: (p: number[]) => number,
	gradient: number[],
	p: number[],
	step: number[],
): number {
	return 0;
}
