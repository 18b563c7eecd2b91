/** The 12-3-2 network, sigmoid in both layers: W1 3 × 12, b1 3, W2 2 × 3, b2 2. */
export interface DigitNet {
	W1: number[][];
	b1: number[];
	W2: number[][];
	b2: number[];
}

/** Small different numbers everywhere, drawn in the order W1 row by row, b1, W2 row by row, b2. */
export function initialNet(normal: () => number, scale: number): DigitNet {
	const drawVector = (length: number) =>
		Array.from({ length }, () => scale * normal());
	const drawRows = (rows: number, columns: number) =>
		Array.from({ length: rows }, () => drawVector(columns));
	return {
		W1: drawRows(3, 12),
		b1: drawVector(3),
		W2: drawRows(2, 3),
		b2: drawVector(2),
	};
}

function layer(W: number[][], b: number[], a: number[]): number[] {
	return W.map((row, j) => {
		const z = row.reduce(
			(sum, w, i) => sum + w * (a[i] as number),
			b[j] as number,
		);
		return 1 / (1 + Math.exp(-z));
	});
}

/** What the hidden neurons and the outputs say to one image. */
function forward(net: DigitNet, x: number[]) {
	const hidden = layer(net.W1, net.b1, x);
	return { hidden, output: layer(net.W2, net.b2, hidden) };
}

function requireLesson(X: number[][], answers: unknown[]): void {
	if (X.length === 0 || X.length !== answers.length) {
		throw new RangeError(
			`expected as many answers as images, at least one; got ${answers.length} and ${X.length}`,
		);
	}
}

/** The mean cross-entropy J(Θ). */
function cost(net: DigitNet, X: number[][], Y: number[][]): number {
	requireLesson(X, Y);
	let total = 0;
	for (const [n, x] of X.entries()) {
		for (const [k, a] of forward(net, x).output.entries()) {
			const p = Math.min(Math.max(a, 1e-12), 1 - 1e-12);
			total -= Math.log(Y[n]?.[k] === 1 ? p : 1 - p);
		}
	}
	return total / X.length;
}

/** Moves a layer against its slopes, which belong to one image: ∂C/∂W = δ·aᵀ, ∂C/∂b = δ. */
function descend(
	W: number[][],
	b: number[],
	delta: number[],
	a: number[],
	rate: number,
): void {
	for (const [j, d] of delta.entries()) {
		const row = W[j] as number[];
		for (const [i, input] of a.entries()) {
			row[i] = (row[i] as number) - rate * d * input;
		}
		b[j] = (b[j] as number) - rate * d;
	}
}

function copy(net: DigitNet): DigitNet {
	return {
		W1: net.W1.map((row) => [...row]),
		b1: [...net.b1],
		W2: net.W2.map((row) => [...row]),
		b2: [...net.b2],
	};
}

/** One full-batch step. All slopes are taken from `net`; only the copy moves. */
export function trainEpoch(
	net: DigitNet,
	X: number[][],
	Y: number[][],
	eta: number,
): DigitNet {
	requireLesson(X, Y);
	const next = copy(net);
	const rate = eta / X.length;
	for (const [n, x] of X.entries()) {
		const { hidden, output } = forward(net, x);
		const delta2 = output.map((a, k) => a - (Y[n]?.[k] as number));
		const delta1 = hidden.map((a, j) => {
			const sent = delta2.reduce(
				(sum, d, k) => sum + d * (net.W2[k]?.[j] as number),
				0,
			);
			return sent * a * (1 - a);
		});
		descend(next.W2, next.b2, delta2, hidden, rate);
		descend(next.W1, next.b1, delta1, x, rate);
	}
	return next;
}

/** Epoch after epoch until the cost is below `stop` or no epoch is left. */
export function train(
	net: DigitNet,
	X: number[][],
	Y: number[][],
	o: { eta: number; maxEpochs: number; stop: number },
): { net: DigitNet; costs: number[]; epochs: number } {
	let current = copy(net);
	let last = cost(current, X, Y);
	const costs = [last];
	while (last >= o.stop && costs.length <= o.maxEpochs) {
		current = trainEpoch(current, X, Y, o.eta);
		last = cost(current, X, Y);
		costs.push(last);
	}
	return { net: current, costs, epochs: costs.length - 1 };
}

/** The digit with the greater output; a tie is a nought. */
export function recognise(net: DigitNet, x: number[]): 0 | 1 {
	const [nought, one] = forward(net, x).output as [number, number];
	return one > nought ? 1 : 0;
}

/** The share of images that are recognised. */
export function accuracy(
	net: DigitNet,
	X: number[][],
	labels: (0 | 1)[],
): number {
	requireLesson(X, labels);
	const hits = X.filter((x, n) => recognise(net, x) === labels[n]);
	return hits.length / X.length;
}
