/** The covariance matrix of the columns of X, features × features. Throws RangeError if X is empty. */
export function covariance(X: number[][]): number[][] {
	return [];
}

/** The two eigenvalues of a symmetric 2 × 2 matrix, the greater first. */
export function eigenvalues(C: number[][]): [number, number] {
	return [0, 0];
}

/** The symmetric matrix W with W·C·W = I. Throws RangeError if a direction has no spread. */
export function whiteningMatrix(C: number[][]): number[][] {
	return [];
}

/** Whitens points in two dimensions and tells by which mean and matrices. */
export function whiten(X: number[][]): {
	mean: number[];
	C: number[][];
	W: number[][];
	white: number[][];
} {
	return { mean: [], C: [], W: [], white: [] };
}
