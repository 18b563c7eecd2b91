export interface DigitNet {
	W1: number[][];
	b1: number[];
	W2: number[][];
	b2: number[];
}

export function initialNet(normal: () => number, scale: number): DigitNet {
	const net = zeros();
	const fill = (v: number[]) => {
		for (const i of v.keys()) v[i] = scale * normal();
	};
	for (const row of net.W1) fill(row);
	fill(net.b1);
	for (const row of net.W2) fill(row);
	fill(net.b2);
	return net;
}

const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));

function layer(W: number[][], b: number[], a: number[]): number[] {
	const out: number[] = [];
	for (const [j, weights] of W.entries()) {
		let z = b[j] as number;
		for (const [i, w] of weights.entries()) z += w * (a[i] as number);
		out.push(sigmoid(z));
	}
	return out;
}

function check(X: unknown[], Y: unknown[]) {
	if (X.length === 0) throw new RangeError("no images");
	if (X.length !== Y.length) throw new RangeError("images and answers");
}

function cost(net: DigitNet, X: number[][], Y: number[][]): number {
	check(X, Y);
	let total = 0;
	for (const [n, x] of X.entries()) {
		const out = layer(net.W2, net.b2, layer(net.W1, net.b1, x));
		for (const [k, value] of out.entries()) {
			const a = Math.max(1e-12, Math.min(1 - 1e-12, value));
			const y = Y[n]?.[k] as number;
			total -= y * Math.log(a) + (1 - y) * Math.log(1 - a);
		}
	}
	return total / X.length;
}

const zeros = (): DigitNet => ({
	W1: [0, 1, 2].map(() => new Array(12).fill(0)),
	b1: [0, 0, 0],
	W2: [0, 1].map(() => [0, 0, 0]),
	b2: [0, 0],
});

function addSlopes(
	sums: DigitNet,
	net: DigitNet,
	X: number[][],
	Y: number[][],
) {
	for (const [n, x] of X.entries()) {
		const h = layer(net.W1, net.b1, x);
		const out = layer(net.W2, net.b2, h);
		const d2 = out.map((a, k) => a - (Y[n]?.[k] as number));
		const d1 = h.map((_, j) => {
			let sum = 0;
			for (const [k, d] of d2.entries()) sum += d * (net.W2[k]?.[j] as number);
			return sum;
		});
		for (const [k, d] of d2.entries()) {
			const row = sums.W2[k] as number[];
			for (const [j, a] of h.entries()) row[j] = (row[j] as number) + d * a;
			sums.b2[k] = (sums.b2[k] as number) + d;
		}
		for (const [j, d] of d1.entries()) {
			const row = sums.W1[j] as number[];
			for (const [i, a] of x.entries()) row[i] = (row[i] as number) + d * a;
			sums.b1[j] = (sums.b1[j] as number) + d;
		}
	}
}

function move(net: DigitNet, sums: DigitNet, rate: number): DigitNet {
	const vector = (v: number[], s: number[]) =>
		v.map((value, i) => value - rate * (s[i] as number));
	const rows = (W: number[][], S: number[][]) =>
		W.map((row, j) => vector(row, S[j] as number[]));
	return {
		W1: rows(net.W1, sums.W1),
		b1: vector(net.b1, sums.b1),
		W2: rows(net.W2, sums.W2),
		b2: vector(net.b2, sums.b2),
	};
}

export function trainEpoch(
	net: DigitNet,
	X: number[][],
	Y: number[][],
	eta: number,
): DigitNet {
	check(X, Y);
	const sums = zeros();
	addSlopes(sums, net, X, Y);
	return move(net, sums, eta / X.length);
}

export function train(
	net: DigitNet,
	X: number[][],
	Y: number[][],
	o: { eta: number; maxEpochs: number; stop: number },
) {
	let current: DigitNet = {
		W1: net.W1.map((row) => row.slice()),
		b1: net.b1.slice(),
		W2: net.W2.map((row) => row.slice()),
		b2: net.b2.slice(),
	};
	const costs = [cost(current, X, Y)];
	let epochs = 0;
	while (epochs < o.maxEpochs && !((costs[epochs] as number) < o.stop)) {
		current = trainEpoch(current, X, Y, o.eta);
		epochs++;
		costs.push(cost(current, X, Y));
	}
	return { net: current, costs, epochs };
}

export function recognise(net: DigitNet, x: number[]): 0 | 1 {
	const [a, b] = layer(net.W2, net.b2, layer(net.W1, net.b1, x)) as [
		number,
		number,
	];
	return a >= b ? 0 : 1;
}

export function accuracy(
	net: DigitNet,
	X: number[][],
	labels: (0 | 1)[],
): number {
	check(X, labels);
	let right = 0;
	for (const [n, x] of X.entries()) {
		if (recognise(net, x) === labels[n]) right++;
	}
	return right / X.length;
}
