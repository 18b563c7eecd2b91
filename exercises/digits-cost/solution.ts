/** The 12-3-2 network, sigmoid in both layers: W1 3 × 12, b1 3, W2 2 × 3, b2 2. */
export interface DigitNet {
	W1: number[][];
	b1: number[];
	W2: number[][];
	b2: number[];
}

/** Every neuron has one weight for each neuron of the layer before it, and a bias. */
export function parameterCount(sizes: number[]): number {
	let count = 0;
	for (const [l, neurons] of sizes.slice(1).entries()) {
		count += neurons * ((sizes[l] as number) + 1);
	}
	return count;
}

/** With fewer samples than parameters the parameters are not determined. */
export function enoughData(sizes: number[], samples: number): boolean {
	return samples >= parameterCount(sizes);
}

/** Four rows of three characters "0" or "1" become twelve numbers. */
export function toInput(rows: string[]): number[] {
	if (rows.length !== 4 || !rows.every((row) => /^[01]{3}$/.test(row))) {
		throw new RangeError(
			`expected four rows of three characters 0 or 1, got ${rows.join(" / ")}`,
		);
	}
	return Array.from(rows.join(""), Number);
}

function sigmoid(z: number): number {
	return 1 / (1 + Math.exp(-z));
}

/** W·a + b of one layer. */
function weightedInputs(W: number[][], a: number[], b: number[]): number[] {
	return W.map((row, j) =>
		row.reduce((sum, w, i) => sum + w * (a[i] as number), b[j] as number),
	);
}

/** Both layers for one image. */
export function forward(
	net: DigitNet,
	x: number[],
): { z1: number[]; a1: number[]; z2: number[]; a2: number[] } {
	if (x.length !== 12) {
		throw new RangeError(`expected 12 pixels, got ${x.length}`);
	}
	const z1 = weightedInputs(net.W1, x, net.b1);
	const a1 = z1.map(sigmoid);
	const z2 = weightedInputs(net.W2, a1, net.b2);
	return { z1, a1, z2, a2: z2.map(sigmoid) };
}

/** Adds up a loss of every output of every image. */
function totalLoss(
	net: DigitNet,
	X: number[][],
	Y: number[][],
	loss: (a: number, y: number) => number,
): number {
	if (X.length !== Y.length) {
		throw new RangeError(
			`expected as many labels as images, got ${Y.length} and ${X.length}`,
		);
	}
	let total = 0;
	for (const [n, x] of X.entries()) {
		for (const [k, a] of forward(net, x).a2.entries()) {
			total += loss(a, Y[n]?.[k] as number);
		}
	}
	return total;
}

/** C_T: half the squared errors, added up over all images. */
export function squaredCost(
	net: DigitNet,
	X: number[][],
	Y: number[][],
): number {
	return totalLoss(net, X, Y, (a, y) => (y - a) ** 2) / 2;
}

/** J(Θ): the mean over the images of the cross-entropies of both outputs. */
export function crossEntropyCost(
	net: DigitNet,
	X: number[][],
	Y: number[][],
): number {
	if (X.length === 0) throw new RangeError("expected at least one image");
	const total = totalLoss(net, X, Y, (a, y) => {
		const p = Math.min(Math.max(a, 1e-12), 1 - 1e-12);
		return -y * Math.log(p) - (1 - y) * Math.log(1 - p);
	});
	return total / X.length;
}
