// slip: in neuronDerivatives the bias is treated like an input: dyDb = dyDz * b instead of dyDz (right only for b = 1)
function sigmoid(z: number): number {
	return 1 / (1 + Math.exp(-z));
}

export function chain(factors: number[]): number {
	let product = 1;
	for (const f of factors) product *= f;
	return product;
}

export function chainPaths(paths: number[][]): {
	products: number[];
	total: number;
} {
	const products = paths.map((path) => chain(path));
	let total = 0;
	for (const p of products) total += p;
	return { products, total };
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
	if (w.length !== x.length) throw new RangeError("w and x differ in length");
	let z = b;
	for (let i = 0; i < w.length; i++) z += w[i] * x[i];
	const y = sigmoid(z);
	const dyDz = y * (1 - y);
	const dyDw = x.map((xi) => dyDz * xi);
	const dyDx = w.map((wi) => dyDz * wi);
	const dyDb = dyDz * b;
	return { z, y, dyDz, dyDw, dyDx, dyDb };
}
