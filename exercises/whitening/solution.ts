/** How features vary together: the mean product of their distances from their means, features × features. */
export function covariance(X: number[][]): number[][] {
	const rows = centre(X, meanOf(X));
	const [first = []] = rows;
	return first.map((_, j) =>
		first.map((_, k) =>
			average(rows.map((row) => (row[j] as number) * (row[k] as number))),
		),
	);
}

/** The variances along the long and the short axis of the cloud, the greater first. */
export function eigenvalues(C: number[][]): [number, number] {
	const [[a, b], [, d]] = C as [[number, number], [number, number]];
	const middle = (a + d) / 2;
	const distance = Math.hypot((a - d) / 2, b);
	return [middle + distance, middle - distance];
}

/** The symmetric W with W·C·W = I: it divides by the deviation along each axis and leaves the axes where they are. */
export function whiteningMatrix(C: number[][]): number[][] {
	const [long, short] = eigenvalues(C);
	if (short <= 1e-12 * long)
		throw new RangeError("the points have no spread in some direction");
	const [[a, b], [, d]] = C as [[number, number], [number, number]];
	// √C = (C + r₁r₂·I)/(r₁ + r₂) with r the roots of the eigenvalues, and its determinant is r₁r₂.
	const product = Math.sqrt(long * short);
	const scale = product * (Math.sqrt(long) + Math.sqrt(short));
	return [
		[(d + product) / scale, -b / scale],
		[-b / scale, (a + product) / scale],
	];
}

/** Mean 0, variances 1, no correlation. */
export function whiten(X: number[][]): {
	mean: number[];
	C: number[][];
	W: number[][];
	white: number[][];
} {
	const mean = meanOf(X);
	const C = covariance(X);
	const W = whiteningMatrix(C);
	const white = centre(X, mean).map((row) =>
		W.map((weights) =>
			weights.reduce((sum, weight, k) => sum + weight * (row[k] as number), 0),
		),
	);
	return { mean, C, W, white };
}

function meanOf(X: number[][]): number[] {
	const [first] = X;
	if (!first) throw new RangeError("expected at least one sample");
	return first.map((_, k) => average(X.map((row) => row[k] as number)));
}

function centre(X: number[][], mean: number[]): number[][] {
	return X.map((row) => row.map((value, k) => value - (mean[k] as number)));
}

function average(values: number[]): number {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}
