// slip: boundary has the wrong sign at the bias: it returns (b - w1 x1) / w2.
export interface Model {
	w: number[];
	b: number;
}

export function probability(m: Model, x: number[]): number {
	if (x.length !== m.w.length) throw new RangeError("wrong number of features");
	const z = m.w.reduce((s, wj, j) => s + wj * x[j], m.b);
	return 1 / (1 + Math.exp(-z));
}

export function classify(m: Model, x: number[]): 0 | 1 {
	return probability(m, x) >= 0.5 ? 1 : 0;
}

function check(X: number[][], y: (0 | 1)[]): void {
	if (X.length === 0) throw new RangeError("no samples");
	if (X.length !== y.length) throw new RangeError("one label for each sample");
}

function meanCost(m: Model, X: number[][], y: (0 | 1)[]): number {
	let sum = 0;
	for (let i = 0; i < X.length; i++) {
		const a = Math.min(Math.max(probability(m, X[i]), 1e-12), 1 - 1e-12);
		sum -= y[i] * Math.log(a) + (1 - y[i]) * Math.log(1 - a);
	}
	return sum / X.length;
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
	for (let i = 0; i < X.length; i++) {
		const a = probability(m, X[i]);
		const e = a - y[i];
		for (let j = 0; j < dw.length; j++) dw[j] += e * X[i][j];
		db += e;
	}
	return {
		w: m.w.map((wj, j) => wj - (eta * dw[j]) / X.length),
		b: m.b - (eta * db) / X.length,
	};
}

export function train(
	m: Model,
	X: number[][],
	y: (0 | 1)[],
	eta: number,
	epochs: number,
): { model: Model; costs: number[] } {
	check(X, y);
	let model: Model = { w: [...m.w], b: m.b };
	const costs = [meanCost(model, X, y)];
	for (let n = 0; n < epochs; n++) {
		model = step(model, X, y, eta);
		costs.push(meanCost(model, X, y));
	}
	return { model, costs };
}

export function boundary(m: Model, x1: number): number {
	const [w1, w2] = m.w;
	if (w2 === 0) throw new RangeError("the boundary is upright");
	return (m.b - w1 * x1) / w2;
}
