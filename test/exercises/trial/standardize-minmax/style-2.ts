export interface Standardizer {
	mean: number[];
	std: number[];
}
export interface MinMax {
	min: number[];
	max: number[];
}

/** What is known about one feature after some samples (Welford's running mean and squares) */
class Column {
	count = 0;
	mean = 0;
	squares = 0;
	min = Number.POSITIVE_INFINITY;
	max = Number.NEGATIVE_INFINITY;

	add(x: number): void {
		this.count++;
		const before = x - this.mean;
		this.mean += before / this.count;
		this.squares += before * (x - this.mean);
		this.min = Math.min(this.min, x);
		this.max = Math.max(this.max, x);
	}

	get std(): number {
		return Math.sqrt(this.squares / this.count);
	}
}

class Summary {
	readonly columns: Column[] = [];

	constructor(X: number[][]) {
		const [head] = X;
		if (head === undefined) throw new RangeError("at least one sample is needed");
		for (const _ of head) this.columns.push(new Column());
		for (const row of X) for (const [k, x] of row.entries()) this.columns[k].add(x);
	}
}

export function fitStandardizer(X: number[][]): Standardizer {
	const { columns } = new Summary(X);
	return { mean: columns.map((c) => c.mean), std: columns.map((c) => c.std) };
}

export function fitMinMax(X: number[][]): MinMax {
	const { columns } = new Summary(X);
	return { min: columns.map((c) => c.min), max: columns.map((c) => c.max) };
}

function rescale(X: number[][], origin: number[], unit: number[]): number[][] {
	const result: number[][] = [];
	for (const row of X) {
		if (row.length !== origin.length) throw new RangeError("wrong width");
		const out: number[] = [];
		for (const [k, x] of row.entries()) {
			if (unit[k] > 0) out.push((x - origin[k]) / unit[k]);
			else out.push(0);
		}
		result.push(out);
	}
	return result;
}

export function applyStandardizer(s: Standardizer, X: number[][]): number[][] {
	return rescale(X, s.mean, s.std);
}

export function applyMinMax(s: MinMax, X: number[][]): number[][] {
	const spans = s.max.map((top, k) => top - s.min[k]);
	return rescale(X, s.min, spans);
}
