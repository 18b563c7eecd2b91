function average(values: number[]): number {
	let sum = 0;
	for (const v of values) sum += v;
	return sum / values.length;
}

function check(xs: number[], ys: number[]): void {
	if (xs.length === 0) throw new RangeError("no points");
	if (xs.length !== ys.length) throw new RangeError("lists of different lengths");
}

export function cost(xs: number[], ys: number[], w: number, b: number): number {
	check(xs, ys);
	return average(xs.map((x, i) => (w * x + b - ys[i]) ** 2)) / 2;
}

export function costGrid(
	xs: number[],
	ys: number[],
	ws: number[],
	bs: number[],
): number[][] {
	check(xs, ys);
	return bs.map((b) => ws.map((w) => cost(xs, ys, w, b)));
}

export function levelGroups(grid: number[][], tol: number): number[][] {
	const cells = grid.flat();
	const taken = cells.map(() => false);
	const groups: number[][] = [];
	for (let i = 0; i < cells.length; i++) {
		if (taken[i]) continue;
		const u = cells[i];
		const group = [i];
		for (let k = i + 1; k < cells.length; k++) {
			const v = cells[k];
			if (!taken[k] && Math.abs(u - v) <= tol * Math.max(u, v)) {
				taken[k] = true;
				group.push(k);
			}
		}
		groups.push(group);
	}
	return groups;
}

function allEqual(xs: number[]): boolean {
	return xs.every((x) => x === xs[0]);
}

export function shape(xs: number[]): {
	hessian: [[number, number], [number, number]];
	axisRatio: number;
} {
	if (xs.length === 0) throw new RangeError("no x");
	const mean = average(xs);
	const square = average(xs.map((x) => x * x));
	let axisRatio = Infinity;
	if (!allEqual(xs)) {
		const largest = (square + 1 + Math.hypot(square - 1, 2 * mean)) / 2;
		// the product of both eigenvalues is the determinant, and that is the variance of x
		const smallest = average(xs.map((x) => (x - mean) ** 2)) / largest;
		axisRatio = Math.sqrt(largest / smallest);
	}
	return {
		hessian: [
			[square, mean],
			[mean, 1],
		],
		axisRatio,
	};
}

export function circleX(xs: number[]): number[] {
	if (xs.length === 0 || allEqual(xs)) throw new RangeError("two x must differ");
	const mean = average(xs);
	const squares = xs.map((x) => (x - mean) ** 2);
	const sigma = Math.sqrt(average(squares));
	return xs.map((x) => (x - mean) / sigma);
}
