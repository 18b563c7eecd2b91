// style: JavaScript without types, recursion by halves, destructuring, the bias as a weight with input 1
const fold = (list, op, unit) => {
	if (list.length === 0) return unit;
	if (list.length === 1) return list[0];
	const middle = Math.floor(list.length / 2);
	return op(fold(list.slice(0, middle), op, unit), fold(list.slice(middle), op, unit));
};

export function chain(factors) {
	return fold(factors, (a, b) => a * b, 1);
}

export function chainPaths(paths) {
	const products = [];
	for (const path of paths) products.push(chain(path));
	return { products, total: fold(products, (a, b) => a + b, 0) };
}

export function neuronDerivatives(w, x, b) {
	if (w.length !== x.length) throw new RangeError();
	const weights = [b, ...w];
	const inputs = [1, ...x];
	const z = fold(weights.map((wi, i) => wi * inputs[i]), (p, q) => p + q, 0);
	const y = Math.pow(1 + Math.exp(-z), -1);
	const dyDz = y * (1 - y);
	const [dyDb, ...dyDw] = inputs.map((v) => v * dyDz);
	const [, ...dyDx] = weights.map((v) => v * dyDz);
	return { dyDw, dyDx, dyDb, dyDz, z, y };
}
