export interface Standardizer {
	mean: number[];
	std: number[];
}
export interface MinMax {
	min: number[];
	max: number[];
}

const average = (xs: number[]): number => xs.reduce((s, x) => s + x, 0) / xs.length;

const columns = (X: number[][]): number[][] => {
	if (X.length === 0) throw new RangeError("nothing to learn from");
	return X[0].map((_, k) => X.map((row) => row[k]));
};

const moments = (column: number[]): [number, number] => {
	const [first] = column;
	if (column.every((x) => x === first)) return [first, 0];
	const mu = average(column);
	return [mu, Math.sqrt(average(column.map((x) => (x - mu) ** 2)))];
};

/** Applies one function per feature to every row. */
const rowwise =
	(scales: ((x: number) => number)[]) =>
	(row: number[]): number[] => {
		if (row.length !== scales.length) throw new RangeError(`${scales.length} features expected`);
		return scales.map((scale, k) => scale(row[k]));
	};

const linear =
	(from: number, unit: number) =>
	(x: number): number =>
		unit === 0 ? 0 : (x - from) / unit;

export const fitStandardizer = (X: number[][]): Standardizer => {
	const pairs = columns(X).map(moments);
	return { mean: pairs.map(([mu]) => mu), std: pairs.map(([, sigma]) => sigma) };
};

export const applyStandardizer = ({ mean, std }: Standardizer, X: number[][]): number[][] =>
	X.map(rowwise(mean.map((mu, k) => linear(mu, std[k]))));

export const fitMinMax = (X: number[][]): MinMax => ({
	min: columns(X).map((c) => Math.min(...c)),
	max: columns(X).map((c) => Math.max(...c)),
});

export const applyMinMax = ({ min, max }: MinMax, X: number[][]): number[][] =>
	X.map(rowwise(min.map((least, k) => linear(least, max[k] - least))));
