// slip: fitStandardizer forgets the square root: std holds the variance.
export interface Standardizer {
	mean: number[];
	std: number[];
}

export interface MinMax {
	min: number[];
	max: number[];
}

export function fitStandardizer(X: number[][]): Standardizer {
	const m = X.length;
	if (m === 0) throw new RangeError("no samples");
	const mean: number[] = [];
	const std: number[] = [];
	for (let k = 0; k < X[0].length; k++) {
		const first = X[0][k];
		// offsets from the first value: exact when all values are equal
		let sum = 0;
		for (const row of X) sum += row[k] - first;
		const mu = first + sum / m;
		let squares = 0;
		for (const row of X) squares += (row[k] - mu) ** 2;
		mean.push(mu);
		std.push(squares / m);
	}
	return { mean, std };
}

export function applyStandardizer(s: Standardizer, X: number[][]): number[][] {
	return X.map((row) => {
		if (row.length !== s.mean.length) throw new RangeError("wrong number of features");
		return row.map((x, k) => (s.std[k] === 0 ? 0 : (x - s.mean[k]) / s.std[k]));
	});
}

export function fitMinMax(X: number[][]): MinMax {
	if (X.length === 0) throw new RangeError("no samples");
	const min = X[0].slice();
	const max = X[0].slice();
	for (const row of X) {
		for (let k = 0; k < min.length; k++) {
			if (row[k] < min[k]) min[k] = row[k];
			if (row[k] > max[k]) max[k] = row[k];
		}
	}
	return { min, max };
}

export function applyMinMax(s: MinMax, X: number[][]): number[][] {
	return X.map((row) => {
		if (row.length !== s.min.length) throw new RangeError("wrong number of features");
		return row.map((x, k) => {
			const range = s.max[k] - s.min[k];
			return range === 0 ? 0 : (x - s.min[k]) / range;
		});
	});
}
