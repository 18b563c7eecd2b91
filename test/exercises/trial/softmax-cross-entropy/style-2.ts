const sum = (xs: number[]): number => xs.reduce((s, x) => s + x, 0);

const normalise = (xs: number[]): number[] => {
	const all = sum(xs);
	return xs.map((x) => x / all);
};

const paired =
	<T>(f: (u: number[], v: number[]) => T) =>
	(u: number[], v: number[]): T => {
		if (u.length !== v.length) throw new RangeError("different lengths");
		return f(u, v);
	};

const surprise = (p: number): number => -Math.log(Math.max(1e-12, p));

export const softmax = (z: number[]): number[] => {
	const c = Math.max(...z);
	return normalise(z.map((s) => Math.exp(s - c)));
};

export const oneHot = (label: number, classes: number): number[] => {
	const y = Array.from({ length: classes }, (_, c) => Number(c === label));
	if (!y.includes(1)) throw new RangeError("there is no such class");
	return y;
};

export const crossEntropy = paired((a, y) =>
	sum(
		y
			.map((share, i) => ({ share, p: a[i] }))
			.filter(({ share }) => share > 0)
			.map(({ share, p }) => share * surprise(p)),
	),
);

export const logitLoss = paired((z, y) => crossEntropy(softmax(z), y));

export const logitGradient = paired((z, y) => softmax(z).map((a, i) => a - y[i]));

export const predict = (z: number[]): number => z.indexOf(Math.max(...z));
