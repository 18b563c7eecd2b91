/** The length |a|: the root of the sum of all squared components. */
export function norm(a: number[]): number {
	return 0;
}

/** The inner product a·b. Throws RangeError if the vectors do not have the same number of components. */
export function dot(a: number[], b: number[]): number {
	return 0;
}

/** The cosine of the angle between a and b. Throws RangeError if one of them is the zero vector. */
export function cosAngle(a: number[], b: number[]): number {
	return 0;
}

/** The inner product between its two bounds −|a||b| and |a||b|. */
export function schwarzBounds(
	a: number[],
	b: number[],
): { lower: number; product: number; upper: number } {
	return { lower: 0, product: 0, upper: 0 };
}

/** The index of the candidate whose inner product with a is least; the first of them on a tie. */
export function mostOpposite(a: number[], candidates: number[][]): number {
	return 0;
}
