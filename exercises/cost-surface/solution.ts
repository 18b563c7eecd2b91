function mean(values: number[]): number {
	if (values.length === 0) throw new RangeError("expected at least one number");
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** x are compared themselves: a variance of equal x may differ from 0 by rounding. */
function areAllEqual(xs: number[]): boolean {
	return xs.every((x) => x === xs[0]);
}

/** J = 1/(2m) Σ (wx + b − y)². */
export function cost(xs: number[], ys: number[], w: number, b: number): number {
	if (xs.length !== ys.length) {
		throw new RangeError(
			`expected as many x as y; got ${xs.length} and ${ys.length}`,
		);
	}
	return mean(xs.map((x, i) => (w * x + b - (ys[i] as number)) ** 2)) / 2;
}

/** One row for each b, one column for each w. */
export function costGrid(
	xs: number[],
	ys: number[],
	ws: number[],
	bs: number[],
): number[][] {
	return bs.map((b) => ws.map((w) => cost(xs, ys, w, b)));
}

/** Collects the cells round by round; each group is measured by the cell that opened it. */
export function levelGroups(grid: number[][], tol: number): number[][] {
	let left = grid.flat().map((loss, cell) => ({ cell, loss }));
	const groups: number[][] = [];
	while (left.length > 0) {
		const opener = (left[0] as { loss: number }).loss;
		const isNear = ({ loss }: { loss: number }) =>
			Math.abs(opener - loss) <= tol * Math.max(opener, loss);
		groups.push(left.filter(isNear).map(({ cell }) => cell));
		left = left.filter((entry) => !isNear(entry));
	}
	return groups;
}

/** The bowl's second derivatives and how much longer its contours are than wide. No y is needed. */
export function shape(xs: number[]): {
	hessian: [[number, number], [number, number]];
	axisRatio: number;
} {
	const xMean = mean(xs);
	const squareMean = mean(xs.map((x) => x * x));
	const middle = (squareMean + 1) / 2;
	const half = Math.hypot((squareMean - 1) / 2, xMean);
	const ratio = Math.sqrt((middle + half) / (middle - half));
	return {
		hessian: [
			[squareMean, xMean],
			[xMean, 1],
		],
		axisRatio: areAllEqual(xs) ? Number.POSITIVE_INFINITY : ratio,
	};
}

/** Shifts and scales x to mean 0 and variance 1: then the matrix is the unit matrix. */
export function circleX(xs: number[]): number[] {
	if (areAllEqual(xs)) throw new RangeError("expected two different x");
	const xMean = mean(xs);
	const sigma = Math.sqrt(mean(xs.map((x) => (x - xMean) ** 2)));
	return xs.map((x) => (x - xMean) / sigma);
}
