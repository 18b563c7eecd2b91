/** Mean and standard deviation of every feature. */
export interface Standardizer {
	mean: number[];
	std: number[];
}

/** Least and greatest value of every feature. */
export interface MinMax {
	min: number[];
	max: number[];
}

/** Learns mean and deviation of each column; the variance divides by the number of samples. */
export function fitStandardizer(X: number[][]): Standardizer {
	const columns = columnsOf(X);
	const std = columns.map((column) => {
		const centre = average(column);
		// The mean first, then the distances from it: far from 0 the mean of squares would have no digits left.
		return Math.sqrt(average(column.map((value) => (value - centre) ** 2)));
	});
	return { mean: columns.map(average), std };
}

/** Uses the numbers it is given, whichever data they were learnt from. */
export function applyStandardizer(s: Standardizer, X: number[][]): number[][] {
	return rescale(X, s.mean, s.std);
}

/** Learns the range of each column. */
export function fitMinMax(X: number[][]): MinMax {
	const columns = columnsOf(X);
	return {
		min: columns.map((column) => Math.min(...column)),
		max: columns.map((column) => Math.max(...column)),
	};
}

/** Takes min to 0 and max to 1; new data may lie outside. */
export function applyMinMax(s: MinMax, X: number[][]): number[][] {
	const widths = s.max.map((greatest, k) => greatest - (s.min[k] as number));
	return rescale(X, s.min, widths);
}

/** (value − offset) / width in every column; 0 in a column without width. */
function rescale(
	X: number[][],
	offsets: number[],
	widths: number[],
): number[][] {
	return X.map((row) => {
		if (row.length !== offsets.length)
			throw new RangeError(
				`expected ${offsets.length} features, got ${row.length}`,
			);
		return row.map((value, k) => {
			const width = widths[k] as number;
			return width === 0 ? 0 : (value - (offsets[k] as number)) / width;
		});
	});
}

function columnsOf(X: number[][]): number[][] {
	const [first] = X;
	if (!first) throw new RangeError("expected at least one sample");
	return first.map((_, k) => X.map((row) => row[k] as number));
}

function average(values: number[]): number {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}
