export interface Standardizer {
	mean: number[];
	std: number[];
}

export interface MinMax {
	min: number[];
	max: number[];
}

function column(X: number[][], k: number): number[] {
	return X.map((row) => row[k] as number);
}

export function fitStandardizer(X: number[][]): Standardizer {
	if (X.length === 0) throw new RangeError("no samples");
	const mean: number[] = [];
	const std: number[] = [];
	const features = (X[0] as number[]).length;
	for (let k = 0; k < features; k++) {
		const values = column(X, k);
		let sum = 0;
		for (const value of values) sum += value;
		const mu = sum / values.length;
		let squares = 0;
		for (const value of values) squares += (value - mu) * (value - mu);
		mean.push(mu);
		std.push(Math.sqrt(squares / values.length));
	}
	return { mean, std };
}

export function applyStandardizer(s: Standardizer, X: number[][]): number[][] {
	const { mean, std } = s;
	return X.map((row) => {
		if (row.length !== mean.length) throw new RangeError("other features");
		return row.map((value, k) => {
			const sigma = std[k] as number;
			if (sigma === 0) return 0;
			return (value - (mean[k] as number)) / sigma;
		});
	});
}

export function fitMinMax(X: number[][]): MinMax {
	if (X.length === 0) throw new RangeError("no samples");
	const min: number[] = [];
	const max: number[] = [];
	const features = (X[0] as number[]).length;
	for (let k = 0; k < features; k++) {
		min.push(Math.min(...column(X, k)));
		max.push(Math.max(...column(X, k)));
	}
	return { min, max };
}

export function applyMinMax(s: MinMax, X: number[][]): number[][] {
	const { min, max } = s;
	return X.map((row) => {
		if (row.length !== min.length) throw new RangeError("other features");
		return row.map((value, k) => {
			const least = min[k] as number;
			const width = (max[k] as number) - least;
			if (width === 0) return 0;
			return Math.min(1, Math.max(0, (value - least) / width));
		});
	});
}
