const total = (values: number[]) => values.reduce((a, b) => a + b, 0);

export function cost(xs: number[], ys: number[], w: number, b: number): number {
	if (xs.length === 0) throw new RangeError("no points");
	if (xs.length !== ys.length) throw new RangeError("lengths differ");
	let sum = 0;
	for (const [i, x] of xs.entries()) {
		const error = w * x + b - (ys[i] as number);
		sum += error * error;
	}
	return sum / (2 * xs.length);
}

export function costGrid(
	xs: number[],
	ys: number[],
	ws: number[],
	bs: number[],
): number[][] {
	const grid: number[][] = [];
	for (const w of ws) {
		const row: number[] = [];
		for (const b of bs) row.push(cost(xs, ys, w, b));
		grid.push(row);
	}
	return grid;
}

export function levelGroups(grid: number[][], tol: number): number[][] {
	const cells = grid.flat();
	const used = cells.map(() => false);
	const groups: number[][] = [];
	for (let first = 0; first < cells.length; first++) {
		if (used[first]) continue;
		const u = cells[first] as number;
		const group: number[] = [];
		for (let cell = first; cell < cells.length; cell++) {
			const v = cells[cell] as number;
			if (used[cell] || Math.abs(u - v) > tol * Math.max(u, v)) continue;
			used[cell] = true;
			group.push(cell);
		}
		groups.push(group);
	}
	return groups;
}

export function shape(xs: number[]) {
	if (xs.length === 0) throw new RangeError("no x");
	const c = total(xs) / xs.length;
	const a = total(xs.map((x) => x * x)) / xs.length;
	const hessian = [
		[a, c],
		[c, 1],
	];
	if (xs.every((x) => x === xs[0])) return { hessian, axisRatio: Infinity };
	const root = Math.sqrt((a - 1) * (a - 1) + 4 * c * c);
	const greatest = (a + 1 + root) / 2;
	const least = (a - c * c) / greatest;
	return { hessian, axisRatio: Math.sqrt(greatest / least) };
}

export function circleX(xs: number[]): number[] {
	if (new Set(xs).size < 2) throw new RangeError("two different x");
	const mean = total(xs) / xs.length;
	const squares = xs.map((x) => (x - mean) * (x - mean));
	const sigma = Math.sqrt(total(squares) / xs.length);
	return xs.map((x) => (x - mean) / sigma);
}
