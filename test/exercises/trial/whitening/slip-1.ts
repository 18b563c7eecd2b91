// slip: covariance divides by m - 1 instead of m.
function means(X: number[][]): number[] {
	if (X.length === 0) throw new RangeError("no sample");
	return X[0].map((_, j) => X.reduce((s, x) => s + x[j], 0) / X.length);
}

export function covariance(X: number[][]): number[][] {
	const mu = means(X);
	const m = X.length;
	return mu.map((muJ, j) =>
		mu.map((muK, k) => {
			let s = 0;
			for (const x of X) s += (x[j] - muJ) * (x[k] - muK);
			return s / (m - 1);
		}),
	);
}

export function eigenvalues(C: number[][]): [number, number] {
	const [a, b, d] = [C[0][0], C[0][1], C[1][1]];
	const mid = (a + d) / 2;
	const root = Math.hypot((a - d) / 2, b);
	// the eigenvalue of greater size by the formula, the other by the product: no cancellation
	const big = mid >= 0 ? mid + root : mid - root;
	if (big === 0) return [0, 0];
	const small = (a / big) * d - (b / big) * b;
	return big >= small ? [big, small] : [small, big];
}

export function whiteningMatrix(C: number[][]): number[][] {
	const [l1, l2] = eigenvalues(C);
	if (l2 <= 1e-12 * l1) throw new RangeError("a direction has no spread");
	const s = Math.sqrt(l1) * Math.sqrt(l2);
	const t = Math.sqrt(l1) + Math.sqrt(l2);
	// inverse of the root (C + s·I)/t, whose determinant is s
	const off = 0 - C[0][1] / t / s;
	return [
		[(C[1][1] + s) / t / s, off],
		[off, (C[0][0] + s) / t / s],
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
	const white = X.map(([x, y]) => {
		const u = x - mean[0];
		const v = y - mean[1];
		return [W[0][0] * u + W[0][1] * v, W[1][0] * u + W[1][1] * v];
	});
	return { mean, C, W, white };
}
