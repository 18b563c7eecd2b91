export interface DigitNet {
	W1: number[][];
	b1: number[];
	W2: number[][];
	b2: number[];
}

export function parameterCount(sizes: number[]): number {
	let count = 0;
	for (let l = 1; l < sizes.length; l++) {
		const before = sizes[l - 1] as number;
		const here = sizes[l] as number;
		count += here * before + here;
	}
	return count;
}

export function enoughData(sizes: number[], samples: number): boolean {
	return samples >= parameterCount(sizes);
}

export function toInput(rows: string[]): number[] {
	if (rows.length !== 4) throw new RangeError("four rows");
	for (const row of rows) {
		if (row.length !== 3) throw new RangeError("three pixels in a row");
		for (const pixel of row) {
			if (pixel !== "0" && pixel !== "1") throw new RangeError("0 or 1");
		}
	}
	const x: number[] = [];
	for (const row of rows) {
		for (const pixel of row) x.push(Number(pixel));
	}
	return x;
}

const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));

function layer(W: number[][], b: number[], a: number[]): number[] {
	const z: number[] = [];
	for (const [j, weights] of W.entries()) {
		let sum = b[j] as number;
		for (const [i, w] of weights.entries()) sum += w * (a[i] as number);
		z.push(sum);
	}
	return z;
}

export function forward(net: DigitNet, x: number[]) {
	if (x.length !== 12) throw new RangeError("twelve pixels");
	const z1 = layer(net.W1, net.b1, x);
	const a1 = z1.map(sigmoid);
	const z2 = layer(net.W2, net.b2, a1);
	const a2 = z2.map(sigmoid);
	return { z1, a1, z2, a2 };
}

export function squaredCost(
	net: DigitNet,
	X: number[][],
	Y: number[][],
): number {
	if (X.length !== Y.length) throw new RangeError("images and labels");
	let cost = 0;
	for (const [n, x] of X.entries()) {
		const { a2 } = forward(net, x);
		for (const [k, a] of a2.entries()) {
			const y = Y[n]?.[k] as number;
			cost += 0.5 * (y - a) ** 2;
		}
	}
	return cost;
}

export function crossEntropyCost(
	net: DigitNet,
	X: number[][],
	Y: number[][],
): number {
	if (X.length === 0) throw new RangeError("no images");
	if (X.length !== Y.length) throw new RangeError("images and labels");
	let cost = 0;
	for (const [n, x] of X.entries()) {
		const { a2 } = forward(net, x);
		for (const [k, output] of a2.entries()) {
			const y = Y[n]?.[k] as number;
			const a = Math.max(1e-12, Math.min(1 - 1e-12, output));
			cost -= y * Math.log(a) + (1 - y) * Math.log(1 - a);
		}
	}
	return cost / (2 * X.length);
}
