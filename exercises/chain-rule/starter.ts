/** The derivative along one path: the product of the derivatives of its edges; 1 if there are none. */
export function chain(factors: number[]): number {
	return 0;
}

/** The product of each path, in the given order, and the derivative by all paths together. */
export function chainPaths(paths: number[][]): {
	products: number[];
	total: number;
} {
	return { products: [], total: 0 };
}

/** The neuron z = Σ wᵢxᵢ + b, y = σ(z), with all its derivatives. Throws RangeError if the lengths differ. */
export function neuronDerivatives(
	w: number[],
	x: number[],
	b: number,
): {
	z: number;
	y: number;
	dyDz: number;
	dyDw: number[];
	dyDx: number[];
	dyDb: number;
} {
	return { z: 0, y: 0, dyDz: 0, dyDw: [], dyDx: [], dyDb: 0 };
}
