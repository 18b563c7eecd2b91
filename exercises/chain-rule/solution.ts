/** Along one path the derivatives of its edges multiply; a path without edges leaves everything as it is. */
export function chain(factors: number[]): number {
	return factors.reduce((product, factor) => product * factor, 1);
}

/** Every path contributes its product; the derivative is the sum of all contributions. */
export function chainPaths(paths: number[][]): {
	products: number[];
	total: number;
} {
	const products = paths.map(chain);
	return {
		products,
		total: products.reduce((sum, product) => sum + product, 0),
	};
}

/** A sigmoid neuron and how its output reacts to each of its weights, to each input and to the bias. */
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
	if (w.length !== x.length)
		throw new RangeError(`${w.length} weights for ${x.length} inputs`);
	// Both have the same length, so x[i] is never missing.
	const z = w.reduce((sum, weight, i) => sum + weight * (x[i] as number), b);
	const y = 1 / (1 + Math.exp(-z));
	const dyDz = y * (1 - y);
	return {
		z,
		y,
		dyDz,
		dyDw: x.map((input) => dyDz * input), // dz/dwᵢ = xᵢ
		dyDx: w.map((weight) => dyDz * weight), // dz/dxᵢ = wᵢ
		dyDb: dyDz, // dz/db = 1
	};
}
