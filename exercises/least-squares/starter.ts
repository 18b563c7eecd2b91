/** A straight line y = w·x + b. */
export interface Line {
	w: number;
	b: number;
}

/** The best b for a given slope w. RangeError for no points or lists of different lengths. */
export function intercept(xs: number[], ys: number[], w: number): number {
	return 0;
}

/** The best slope by the formula with means. RangeError also when fewer than two x differ. */
export function slopeByMeans(xs: number[], ys: number[]): number {
	return 0;
}

/** The same slope by the formula with sums, with the same errors. */
export function slopeBySums(xs: number[], ys: number[]): number {
	return 0;
}

/** The least-squares line. */
export function fit(xs: number[], ys: number[]): Line {
	return { w: 0, b: 0 };
}

/** The value of the line at x. */
export function predict(model: Line, x: number): number {
	return 0;
}
