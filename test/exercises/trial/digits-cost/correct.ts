export interface DigitNet {
	W1: number[][];
	b1: number[];
	W2: number[][];
	b2: number[];
}

const EPS = 1e-12;

function sigmoid(z: number): number {
	return 1 / (1 + Math.exp(-z));
}

function weighted(W: number[][], b: number[], a: number[]): number[] {
	return W.map((row, j) => {
		let sum = b[j];
		for (let i = 0; i < row.length; i++) sum += row[i] * a[i];
		return sum;
	});
}

export function parameterCount(sizes: number[]): number {
	let count = 0;
	for (let l = 1; l < sizes.length; l++) count += (sizes[l - 1] + 1) * sizes[l];
	return count;
}

export function enoughData(sizes: number[], samples: number): boolean {
	return samples >= parameterCount(sizes);
}

export function toInput(rows: string[]): number[] {
	if (rows.length !== 4) throw new RangeError("four rows are needed");
	const x: number[] = [];
	for (const row of rows) {
		if (!/^[01]{3}$/.test(row)) throw new RangeError("three characters 0 or 1 are needed");
		for (const c of row) x.push(c === "1" ? 1 : 0);
	}
	return x;
}

export function forward(
	net: DigitNet,
	x: number[],
): { z1: number[]; a1: number[]; z2: number[]; a2: number[] } {
	if (x.length !== 12) throw new RangeError("twelve pixels are needed");
	const z1 = weighted(net.W1, net.b1, x);
	const a1 = z1.map(sigmoid);
	const z2 = weighted(net.W2, net.b2, a1);
	const a2 = z2.map(sigmoid);
	return { z1, a1, z2, a2 };
}

export function squaredCost(
	net: DigitNet,
	X: number[][],
	Y: number[][],
): number {
	if (X.length !== Y.length) throw new RangeError("lengths differ");
	let total = 0;
	for (let i = 0; i < X.length; i++) {
		const { a2 } = forward(net, X[i]);
		for (let k = 0; k < a2.length; k++) total += 0.5 * (Y[i][k] - a2[k]) ** 2;
	}
	return total;
}

export function crossEntropyCost(
	net: DigitNet,
	X: number[][],
	Y: number[][],
): number {
	if (X.length !== Y.length) throw new RangeError("lengths differ");
	if (X.length === 0) throw new RangeError("no images");
	let total = 0;
	for (let i = 0; i < X.length; i++) {
		const { a2 } = forward(net, X[i]);
		for (let k = 0; k < a2.length; k++) {
			const a = Math.min(1 - EPS, Math.max(EPS, a2[k]));
			total -= Y[i][k] * Math.log(a) + (1 - Y[i][k]) * Math.log(1 - a);
		}
	}
	return total / X.length;
}
