type Pair = readonly [z: number, y: number];

const refuse = (why: string): never => {
	throw new RangeError(why);
};

const zip = (zs: number[], ys: number[]): Pair[] =>
	zs.length === ys.length
		? zs.map((z, i): Pair => [z, ys[i]])
		: refuse(`${zs.length} against ${ys.length} numbers`);

const nonEmpty = (pairs: Pair[]): Pair[] =>
	pairs.length > 0 ? pairs : refuse("a batch needs a sample");

const total = (values: number[]): number => values.reduce((s, v) => s + v, 0);
const halfSquare = (d: number): number => (d * d) / 2;

export const mse = (pred: number[], label: number[]): number => {
	const pairs = nonEmpty(zip(pred, label));
	return total(pairs.map(([z, y]) => halfSquare(z - y))) / pairs.length;
};

export const mseGradient = (pred: number[], label: number[]): number[] => {
	const pairs = nonEmpty(zip(pred, label));
	return pairs.map(([z, y]) => (z - y) / pairs.length);
};

export const networkError = (out: number[], target: number[]): number =>
	total(zip(out, target).map(([o, t]) => halfSquare(t - o)));

export const objective = (cost: number, weights: number[], lambda: number) => ({
	value: weights.reduce((sum, w) => sum + lambda * halfSquare(w), cost),
	extraGradient: weights.map((w) => lambda * w),
});
