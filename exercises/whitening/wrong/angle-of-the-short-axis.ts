type Square = [[number, number], [number, number]];

function means(X: number[][]): number[] {
	if (X.length === 0) throw new RangeError("no samples");
	const features = (X[0] as number[]).length;
	const mean: number[] = [];
	for (let k = 0; k < features; k++) {
		let sum = 0;
		for (const row of X) sum += row[k] as number;
		mean.push(sum / X.length);
	}
	return mean;
}

export function covariance(X: number[][]): number[][] {
	const mean = means(X);
	const C = mean.map(() => mean.map(() => 0));
	for (const row of X) {
		const x = row.map((value, k) => value - (mean[k] as number));
		for (let j = 0; j < x.length; j++) {
			const line = C[j] as number[];
			for (let k = 0; k < x.length; k++)
				line[k] =
					(line[k] as number) +
					((x[j] as number) * (x[k] as number)) / X.length;
		}
	}
	return C;
}

export function eigenvalues(C: number[][]): [number, number] {
	const [[a, b], [, d]] = C as Square;
	const half = (a + d) / 2;
	const root = Math.sqrt(((a - d) / 2) ** 2 + b * b);
	return [half + root, half - root];
}

export function whiteningMatrix(C: number[][]): number[][] {
	const [[a, b], [, d]] = C as Square;
	const [long, short] = eigenvalues(C);
	if (short <= 1e-12 * long) throw new RangeError("no spread");
	const angle = Math.atan((2 * b) / (a - d)) / 2;
	const c = Math.cos(angle);
	const s = Math.sin(angle);
	const p = 1 / Math.sqrt(long);
	const q = 1 / Math.sqrt(short);
	return [
		[p * c * c + q * s * s, (p - q) * c * s],
		[(p - q) * c * s, p * s * s + q * c * c],
	];
}

export function whiten(X: number[][]): {
	mean: number[];
	C: number[][];
	W: number[][];
	white: number[][];
} {
	const mean = means(X);
	const C = covariance(X);
	const W = whiteningMatrix(C);
	const white = X.map((row) => {
		const x = row.map((value, k) => value - (mean[k] as number));
		return W.map((w) => w.reduce((sum, v, k) => sum + v * (x[k] as number), 0));
	});
	return { mean, C, W, white };
}
