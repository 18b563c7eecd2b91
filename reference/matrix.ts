import {
	assertFunction,
	assertLength,
	assertMatrix,
	assertNumber,
	assertVector,
} from "./assert-arguments.ts";
import { dot, type Vector, zipWith } from "./vector.ts";

/**
 * An array of rows, all of one length: rows × columns. A data set is samples × features, a weight matrix outputs × inputs.
 * A matrix without rows has 0 columns, since nothing tells otherwise. Results never share an array with arguments.
 */
export type Matrix = readonly Vector[];

/** Counts rows and columns. Source: VM-06. @throws TypeError unless `a` is an array of number arrays; RangeError when rows differ in length */
export function shape(a: Matrix): { rows: number; columns: number } {
	assertMatrix(a, "a");
	return { rows: a.length, columns: a[0]?.length ?? 0 };
}

/**
 * Applies `f` to every entry; same shape.
 *
 * @throws TypeError unless `a` is an array of number arrays and `f` a function; RangeError when rows differ in length
 */
export function mapEntries(
	a: Matrix,
	f: (entry: number) => number,
): number[][] {
	assertMatrix(a, "a");
	assertFunction(f, "f");
	return a.map((row) => row.map((entry) => f(entry)));
}

/** Adds two matrices of the same shape. Source: VM-06. @throws TypeError for other than matrices; RangeError when the shapes differ */
export function add(a: Matrix, b: Matrix): number[][] {
	return combineEntries(a, b, (x, y) => x + y);
}

/** Subtracts b from a, both of the same shape. Source: VM-06. @throws TypeError for other than matrices; RangeError when the shapes differ */
export function subtract(a: Matrix, b: Matrix): number[][] {
	return combineEntries(a, b, (x, y) => x - y);
}

/** Multiplies entry by entry, both of the same shape. Source: VM-08. @throws TypeError for other than matrices; RangeError when the shapes differ */
export function hadamard(a: Matrix, b: Matrix): number[][] {
	return combineEntries(a, b, (x, y) => x * y);
}

/** Multiplies every entry by `factor`. Source: VM-06. @throws TypeError unless they are a matrix and a number; RangeError when rows differ in length */
export function scale(a: Matrix, factor: number): number[][] {
	assertNumber(factor, "factor");
	return mapEntries(a, (entry) => entry * factor);
}

/** Turns m × n into n × m; 0 × 0 stays 0 × 0. Source: VM-09. @throws TypeError for other than a matrix; RangeError when rows differ in length */
export function transpose(a: Matrix): number[][] {
	const columns: number[][] = Array.from(
		{ length: shape(a).columns },
		() => [],
	);
	for (const row of a)
		for (const [j, entry] of row.entries()) columns[j]?.push(entry);
	return columns;
}

/**
 * Matrix product: (m × n)·(n × k) gives m × k. Source: VM-07.
 *
 * @throws TypeError for other than matrices; RangeError when the columns of a are not as many as the rows of b
 * @example multiply([[1, 2]], [[3], [4]]) // [[11]]
 */
export function multiply(a: Matrix, b: Matrix): number[][] {
	const inner = shape(a).columns;
	const columns = transpose(b);
	if (a.length > 0 && inner !== b.length)
		throw new RangeError(
			`a has ${inner} columns and b has ${b.length} rows; a product needs as many columns as rows`,
		);
	return a.map((row) => columns.map((column) => dot(row, column)));
}

/**
 * Matrix times vector: (m × n)·n gives m values. Source: VM-07.
 *
 * @throws TypeError for other than a matrix and a vector; RangeError when x has not n entries
 */
export function multiplyVector(a: Matrix, x: Vector): number[] {
	const { rows, columns } = shape(a);
	assertVector(x, "x");
	if (rows > 0) assertLength(x, columns, "x");
	return a.map((row) => dot(row, x));
}

/** Outer product: m values and n values give m × n, entry (i, j) = aᵢ·bⱼ. Source: MX-05 (∂C/∂W). @throws TypeError unless both are arrays of numbers */
export function outer(a: Vector, b: Vector): number[][] {
	assertVector(a, "a");
	assertVector(b, "b");
	return a.map((x) => b.map((y) => x * y));
}

function combineEntries(
	a: Matrix,
	b: Matrix,
	combine: (a: number, b: number) => number,
): number[][] {
	const left = shape(a);
	const right = shape(b);
	if (left.rows !== right.rows || left.columns !== right.columns)
		throw new RangeError(
			`a is ${left.rows} × ${left.columns} and b is ${right.rows} × ${right.columns}; the shapes must agree`,
		);
	// The assertion is safe: both have the same number of rows and no holes.
	return a.map((row, i) => zipWith(row, b[i] as Vector, combine));
}
