export interface Model {
	w: number[];
	b: number;
}

export function probability(m: Model, x: number[]): number {
	if (x.length !== m.w.length) throw new RangeError("features and weights");
	let z = m.b;
	for (const [j, value] of x.entries()) z += value * (m.w[j] as number);
	return 1 / (1 + Math.exp(-z));
}

export function classify(m: Model, x: number[]): 0 | 1 {
	return probability(m, x) > 0.5 ? 1 : 0;
}

function check(X: number[][], y: (0 | 1)[]) {
	if (X.length === 0) throw new RangeError("no samples");
	if (X.length !== y.length) throw new RangeError("samples and labels");
}

function cost(m: Model, X: number[][], y: (0 | 1)[]): number {
	check(X, y);
	let total = 0;
	for (const [i, x] of X.entries()) {
		const a = Math.min(Math.max(probability(m, x), 1e-12), 1 - 1e-12);
		const t = y[i] as number;
		total -= t * Math.log(a) + (1 - t) * Math.log(1 - a);
	}
	return total / X.length;
}

export function step(
	m: Model,
	X: number[][],
	y: (0 | 1)[],
	eta: number,
): Model {
	check(X, y);
	const dw = m.w.map(() => 0);
	let db = 0;
	for (const [i, x] of X.entries()) {
		const a = probability(m, x);
		const error = a - (y[i] as number);
		for (const [j, value] of x.entries()) {
			dw[j] = (dw[j] as number) + error * value;
		}
		db += error;
	}
	const rate = eta / X.length;
	return {
		w: m.w.map((weight, j) => weight - rate * (dw[j] as number)),
		b: m.b - rate * db,
	};
}

export function train(
	m: Model,
	X: number[][],
	y: (0 | 1)[],
	eta: number,
	epochs: number,
): { model: Model; costs: number[] } {
	let model: Model = { w: m.w.slice(), b: m.b };
	const costs = [cost(model, X, y)];
	for (let epoch = 0; epoch < epochs; epoch++) {
		model = step(model, X, y, eta);
		costs.push(cost(model, X, y));
	}
	return { model, costs };
}

export function boundary(m: Model, x1: number): number {
	const [w1, w2] = m.w as [number, number];
	if (w2 === 0) throw new RangeError("upright");
	return (-m.b - w1 * x1) / w2;
}
