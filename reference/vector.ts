import {
	assertFunction,
	assertLength,
	assertNumber,
	assertVector,
} from "./assert-arguments.ts";

/** n numbers; n may be 0 where nothing else is said. Results never share an array with arguments. */
export type Vector = readonly number[];

/**
 * Combines two vectors entry by entry.
 *
 * @returns n values, `combine(aᵢ, bᵢ)`
 * @throws TypeError unless a and b are arrays of numbers; RangeError when their lengths differ
 */
export function zipWith(
	a: Vector,
	b: Vector,
	combine: (a: number, b: number) => number,
): number[] {
	assertVector(a, "a");
	assertVector(b, "b");
	assertFunction(combine, "combine");
	assertLength(b, a.length, "b");
	// The assertion is safe: both have the same length and no holes.
	return a.map((entry, i) => combine(entry, b[i] as number));
}

/** Adds up the entries, left to right; 0 for no entries. Source: FN-08. @throws TypeError unless `a` is an array of numbers */
export function sum(a: Vector): number {
	assertVector(a, "a");
	return a.reduce((total, entry) => total + entry, 0);
}

/** Adds two vectors of the same length. Source: VM-06. @throws TypeError and RangeError as {@link zipWith} */
export function add(a: Vector, b: Vector): number[] {
	return zipWith(a, b, (x, y) => x + y);
}

/** Subtracts b from a, both of the same length. Source: VM-06. @throws TypeError and RangeError as {@link zipWith} */
export function subtract(a: Vector, b: Vector): number[] {
	return zipWith(a, b, (x, y) => x - y);
}

/** Multiplies two vectors of the same length entry by entry. Source: VM-08. @throws TypeError and RangeError as {@link zipWith} */
export function hadamard(a: Vector, b: Vector): number[] {
	return zipWith(a, b, (x, y) => x * y);
}

/** Multiplies every entry of `a` by `factor`. Source: VM-06. @throws TypeError unless they are an array of numbers and a number */
export function scale(a: Vector, factor: number): number[] {
	assertVector(a, "a");
	assertNumber(factor, "factor");
	return a.map((entry) => entry * factor);
}

/**
 * Inner product Σ aᵢbᵢ; 0 for empty vectors. Source: VM-03, VM-05.
 *
 * @throws TypeError unless a and b are arrays of numbers; RangeError when their lengths differ
 * @example dot([1, 2, 2], [3, 0, 4]) // 11
 */
export function dot(a: Vector, b: Vector): number {
	return sum(hadamard(a, b));
}

/** Euclidean length √(Σ aᵢ²), in the unit of the entries; 0 for no entries. Entries are squared: their sizes should lie in [1e-150, 1e150] or be 0. Source: VM-01. @throws TypeError unless `a` is an array of numbers */
export function norm(a: Vector): number {
	return Math.sqrt(dot(a, a));
}

/**
 * Cosine of the angle between two vectors, a·b / (|a||b|), in [−1, 1] up to rounding. Source: VM-02, VM-04.
 *
 * @throws TypeError unless a and b are arrays of numbers; RangeError when their lengths differ or one has length 0
 */
export function cosine(a: Vector, b: Vector): number {
	const product = dot(a, b);
	const lengths = norm(a) * norm(b);
	if (lengths === 0)
		throw new RangeError("the angle with a zero vector is not defined");
	return product / lengths;
}

/**
 * Direction of steepest descent −∇f/|∇f|, of length 1; zeros for a zero gradient. Source: DE-17.
 *
 * @param gradient one slope per variable
 * @throws TypeError unless it is an array of numbers
 */
export function steepestDescentDirection(gradient: Vector): number[] {
	const length = norm(gradient);
	return gradient.map((slope) => (length === 0 ? 0 : -slope / length));
}
