import {
	assertLength,
	assertMatrix,
	assertNotEmpty,
} from "./assert-arguments.ts";
import { type Matrix, multiply, transpose } from "./matrix.ts";
import { dot, sum, type Vector } from "./vector.ts";

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

/**
 * Mean and standard deviation of each column; the variance divides by the number of samples, in two passes, and a column of
 * equal values has deviation 0. Source: PP-01.
 *
 * @param X samples × features, at least one sample
 * @throws TypeError for other than a matrix; RangeError for no samples or rows that differ in length
 * @example fitStandardizer([[1], [3]]) // { mean: [2], std: [1] }
 */
export function fitStandardizer(X: Matrix): Standardizer {
	const columns = columnsOf(X);
	return { mean: columns.map(mean), std: columns.map(deviation) };
}

/**
 * Standardises every feature with given numbers, (x − mean)/std; 0 where std is 0. Source: PP-01, PP-04.
 *
 * @param X samples × features; no samples give no rows
 * @throws TypeError for other than a matrix; RangeError when the number of features differs
 */
export function applyStandardizer(s: Standardizer, X: Matrix): number[][] {
	return scaleFeatures(X, s.mean, s.std);
}

/** Least and greatest value of each column. Source: PP-02. @throws TypeError and RangeError as {@link fitStandardizer} */
export function fitMinMax(X: Matrix): MinMax {
	const columns = columnsOf(X);
	const pick = (choose: (a: number, b: number) => number) =>
		columns.map((column) => column.reduce((a, b) => choose(a, b)));
	return { min: pick(Math.min), max: pick(Math.max) };
}

/**
 * Normalises every feature with given numbers, (x − min)/(max − min); 0 where max equals min. New data may leave [0, 1].
 * Source: PP-02, PP-04. @throws TypeError and RangeError as {@link applyStandardizer}
 */
export function applyMinMax(s: MinMax, X: Matrix): number[][] {
	const spread = s.max.map((greatest, k) => greatest - (s.min[k] as number));
	return scaleFeatures(X, s.min, spread);
}

/**
 * Covariance matrix, features × features; divides by the number of samples. Source: PP-03.
 *
 * @throws TypeError and RangeError as {@link fitStandardizer}
 */
export function covariance(X: Matrix): number[][] {
	const columns = columnsOf(X).map(centred);
	return columns.map((a) => columns.map((b) => dot(a, b) / X.length));
}

/**
 * Eigenvalues of a symmetric 2 × 2 matrix, the greater first: tr/2 ± √((a − d)²/4 + b²) for [[a, b], [b, d]]. Of a covariance
 * matrix they are the variances along its two principal directions. Source: PP-03.
 *
 * @throws TypeError for other than a matrix; RangeError unless it is 2 × 2
 */
export function symmetricEigenvalues(C: Matrix): [number, number] {
	const { a, b, d } = entriesOf(C);
	const centre = (a + d) / 2;
	const radius = Math.hypot((a - d) / 2, b);
	return [centre + radius, centre - radius];
}

/**
 * C^−½, the symmetric positive matrix W with W·C·W = I, for a covariance matrix of two features. Source: PP-03.
 *
 * Closed form: √C = (C + √det C · I)/√(tr C + 2√det C), and the inverse of that.
 *
 * @throws TypeError for other than a matrix; RangeError unless it is 2 × 2 and has spread in every direction: the lesser eigenvalue above 1e-12 times the greater
 */
export function whiteningMatrix(C: Matrix): number[][] {
	const [greater, lesser] = symmetricEigenvalues(C);
	if (!(lesser > 1e-12 * greater))
		throw new RangeError("C has a direction without spread");
	const { a, b, d } = entriesOf(C);
	const root = Math.sqrt(a * d - b * b);
	const scale = 1 / (root * Math.sqrt(a + d + 2 * root));
	return [
		[scale * (d + root), -scale * b],
		[-scale * b, scale * (a + root)],
	];
}

/**
 * Whitens data of two features: mean 0, variances 1, no correlation. Each centred sample is multiplied by C^−½, which moves the
 * samples as little as a whitening can; other whitenings are rotations and reflections of this one. Source: PP-03.
 *
 * @param X samples × 2
 * @throws TypeError for other than a matrix; RangeError for no samples, other than 2 features, or data without spread in some direction
 */
export function whiten(X: Matrix): number[][] {
	const W = whiteningMatrix(covariance(X));
	return multiply(transpose(columnsOf(X).map(centred)), W);
}

function entriesOf(C: Matrix): { a: number; b: number; d: number } {
	assertMatrix(C, "C");
	assertLength(C, 2, "C");
	const [[a, b] = [], [, d] = []] = C;
	if (a === undefined || b === undefined || d === undefined)
		throw new RangeError("every row of C must have length 2");
	return { a, b, d };
}

/** @throws TypeError for other than a matrix; RangeError for no samples or rows that differ in length */
function columnsOf(X: Matrix): number[][] {
	assertMatrix(X, "X");
	assertNotEmpty(X, "X");
	return transpose(X);
}

function mean(values: Vector): number {
	return sum(values) / values.length;
}

function centred(values: Vector): number[] {
	const centre = mean(values);
	return values.map((value) => value - centre);
}

function deviation(values: Vector): number {
	// The mean of equal values may differ from them by a rounding.
	if (values.every((value) => value === values[0])) return 0;
	const differences = centred(values);
	return Math.sqrt(dot(differences, differences) / values.length);
}

function scaleFeatures(X: Matrix, offset: Vector, spread: Vector): number[][] {
	assertMatrix(X, "X");
	return X.map((row) => {
		assertLength(row, offset.length, "every row of X");
		return row.map((value, k) => {
			const width = spread[k] as number;
			return width === 0 ? 0 : (value - (offset[k] as number)) / width;
		});
	});
}
