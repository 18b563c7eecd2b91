export interface DigitNet {
	W1: number[][];
	b1: number[];
	W2: number[][];
	b2: number[];
}

const sum = (xs: number[]): number => xs.reduce((s, x) => s + x, 0);
const sigma = (z: number): number => 1 / (1 + Math.exp(-z));
const affine =
	(W: number[][], b: number[]) =>
	(a: number[]): number[] =>
		W.map((row, j) => sum(row.map((w, i) => w * a[i])) + b[j]);

const fail = (text: string): never => {
	throw new RangeError(text);
};

export const parameterCount = (sizes: number[]): number =>
	sum(sizes.slice(1).map((n, l) => n * (1 + sizes[l])));

export const enoughData = (sizes: number[], samples: number): boolean =>
	!(samples < parameterCount(sizes));

export const toInput = (rows: string[]): number[] =>
	/^[01]{3}(,[01]{3}){3}$/.test(rows.join(",")) && rows.length === 4
		? [...rows.join("")].map(Number)
		: fail("not a picture of 4 rows and 3 columns");

export const forward = ({ W1, b1, W2, b2 }: DigitNet, x: number[]) => {
	if (x.length !== 12) fail("not twelve pixels");
	const z1 = affine(W1, b1)(x);
	const a1 = z1.map((z) => sigma(z));
	const z2 = affine(W2, b2)(a1);
	const a2 = z2.map((z) => sigma(z));
	return { z1, a1, z2, a2 };
};

/** Adds up a loss of (y, a) over all outputs of all images. */
const over =
	(loss: (y: number, a: number) => number) =>
	(net: DigitNet, X: number[][], Y: number[][]): number => {
		if (X.length !== Y.length) fail("images and answers differ in number");
		const votes = X.map((x) => forward(net, x).a2);
		return sum(votes.flatMap((a, i) => a.map((v, k) => loss(Y[i][k], v))));
	};

const allSquares = over((y, a) => (y - a) ** 2);
const allLogs = over((y, a) => {
	const p = Math.min(Math.max(a, 1e-12), 1 - 1e-12);
	return -y * Math.log(p) - (1 - y) * Math.log(1 - p);
});

export const squaredCost = (net: DigitNet, X: number[][], Y: number[][]): number =>
	allSquares(net, X, Y) / 2;

export const crossEntropyCost = (net: DigitNet, X: number[][], Y: number[][]): number => {
	const total = allLogs(net, X, Y);
	return X.length > 0 ? total / X.length : fail("no mean of nothing");
};
