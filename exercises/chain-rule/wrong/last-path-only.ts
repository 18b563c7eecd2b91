export function chain(factors: number[]): number {
	let product = 1;
	for (const factor of factors) {
		product *= factor;
	}
	return product;
}

export function chainPaths(paths: number[][]): {
	products: number[];
	total: number;
} {
	const products = paths.map((path) => chain(path));
	return { products, total: products.at(-1) ?? 0 };
}

function sigmoid(z: number): number {
	return 1 / (1 + Math.exp(-z));
}

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
	if (w.length !== x.length) {
		throw new RangeError("lengths differ");
	}
	let z = b;
	for (let i = 0; i < w.length; i++) {
		z += w[i] * x[i];
	}
	const y = sigmoid(z);
	const dyDz = y * (1 - y);
	const dyDw = x.map((input) => dyDz * input);
	const dyDx = w.map((weight) => dyDz * weight);
	const dyDb = dyDz;
	return { z, y, dyDz, dyDw, dyDx, dyDb };
}
