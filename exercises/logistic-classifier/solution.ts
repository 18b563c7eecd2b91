/** A line (with more features a plane): one weight per feature and a bias. */
export interface Model {
	w: number[];
	b: number;
}

/** The mean cross-entropy keeps away from the logarithm of 0. */
const least = 1e-12;

/** The probability of class 1: σ(w·x + b). */
export function probability(m: Model, x: number[]): number {
	if (x.length !== m.w.length) {
		throw new RangeError(`expected ${m.w.length} features, got ${x.length}`);
	}
	const score = m.w.reduce(
		(sum, weight, j) => sum + weight * (x[j] as number),
		m.b,
	);
	return 1 / (1 + Math.exp(-score));
}

/** Class 1 from even odds on. */
export function classify(m: Model, x: number[]): 0 | 1 {
	return probability(m, x) >= 0.5 ? 1 : 0;
}

function requireSamples(X: number[][], y: (0 | 1)[]): void {
	if (X.length === 0 || X.length !== y.length) {
		throw new RangeError(
			`expected as many labels as samples, at least one; got ${X.length} and ${y.length}`,
		);
	}
}

function mean(values: number[]): number {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** −ln of the probability that the model gave to the right class, on average. */
function cost(m: Model, X: number[][], y: (0 | 1)[]): number {
	requireSamples(X, y);
	return mean(
		X.map((x, i) => {
			const a = Math.min(Math.max(probability(m, x), least), 1 - least);
			return -Math.log(y[i] === 1 ? a : 1 - a);
		}),
	);
}

/** One full-batch step; behind a sigmoid the error a − y is the whole slope of the cross-entropy. */
export function step(
	m: Model,
	X: number[][],
	y: (0 | 1)[],
	eta: number,
): Model {
	requireSamples(X, y);
	const errors = X.map((x, i) => probability(m, x) - (y[i] as number));
	const gradient = m.w.map((_, j) =>
		mean(errors.map((error, i) => error * (X[i]?.[j] as number))),
	);
	return {
		w: m.w.map((weight, j) => weight - eta * (gradient[j] as number)),
		b: m.b - eta * mean(errors),
	};
}

/** Repeats the step; `costs` starts with the cost before the first one. */
export function train(
	m: Model,
	X: number[][],
	y: (0 | 1)[],
	eta: number,
	epochs: number,
): { model: Model; costs: number[] } {
	let model: Model = { w: [...m.w], b: m.b };
	const costs = [cost(model, X, y)];
	while (costs.length <= epochs) {
		model = step(model, X, y, eta);
		costs.push(cost(model, X, y));
	}
	return { model, costs };
}

/** The second coordinate of the boundary w1·x1 + w2·x2 + b = 0 above x1. */
export function boundary(m: Model, x1: number): number {
	const [w1, w2] = m.w as [number, number];
	if (w2 === 0) throw new RangeError("the boundary is upright: w2 is 0");
	return -(w1 * x1 + m.b) / w2;
}
