/** The length of an arrow with these components: Pythagoras in any number of dimensions. */
export function norm(a: number[]): number {
	return Math.sqrt(dot(a, a));
}

/** The inner product in coordinates. */
export function dot(a: number[], b: number[]): number {
	if (a.length !== b.length)
		throw new RangeError(`${a.length} components against ${b.length}`);
	// Both have the same length, so b[i] is never missing.
	return a.reduce((sum, component, i) => sum + component * (b[i] as number), 0);
}

/** What remains of the inner product once both lengths are taken out. */
export function cosAngle(a: number[], b: number[]): number {
	const lengths = norm(a) * norm(b);
	if (lengths === 0)
		throw new RangeError("a zero vector has no direction, hence no angle");
	return dot(a, b) / lengths;
}

/** Cauchy–Schwarz: the product of the lengths bounds the inner product on both sides. */
export function schwarzBounds(
	a: number[],
	b: number[],
): { lower: number; product: number; upper: number } {
	const upper = norm(a) * norm(b);
	return { lower: -upper, product: dot(a, b), upper };
}

/** The index of the candidate with the least inner product with `a`. */
export function mostOpposite(a: number[], candidates: number[][]): number {
	if (candidates.length === 0) throw new RangeError("no candidates");
	const products = candidates.map((candidate) => dot(a, candidate));
	// indexOf finds the first of equals.
	return products.indexOf(Math.min(...products));
}
