/** J = 1/(2m) Σ (wx + b − y)². RangeError for no points or lists of different lengths. */
export function cost(xs: number[], ys: number[], w: number, b: number): number {
	return 0;
}

/** The costs of many lines: one row for each b, one column for each w. */
export function costGrid(
	xs: number[],
	ys: number[],
	ws: number[],
	bs: number[],
): number[][] {
	return [];
}

/** Groups of cells of nearly equal loss; a cell's number is row · columns + column. */
export function levelGroups(grid: number[][], tol: number): number[][] {
	return [];
}

/** The matrix of second derivatives of J and the ratio of the contours' axes. RangeError for no x. */
export function shape(xs: number[]): {
	hessian: [[number, number], [number, number]];
	axisRatio: number;
} {
	return {
		hessian: [
			[0, 0],
			[0, 0],
		],
		axisRatio: 0,
	};
}

/** x shifted and scaled so that the contours are circles. RangeError unless two x differ. */
export function circleX(xs: number[]): number[] {
	return [];
}
