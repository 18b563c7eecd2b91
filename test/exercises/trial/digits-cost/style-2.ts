export interface DigitNet {
	W1: number[][];
	b1: number[];
	W2: number[][];
	b2: number[];
}

class Dense {
	readonly weights: number[][];
	readonly biases: number[];

	constructor(weights: number[][], biases: number[]) {
		this.weights = weights;
		this.biases = biases;
	}

	run(input: number[]): { z: number[]; a: number[] } {
		const z: number[] = [];
		const a: number[] = [];
		for (const [j, row] of this.weights.entries()) {
			let s = this.biases[j];
			for (const [i, w] of row.entries()) s += w * input[i];
			z.push(s);
			// e^−|s| never gets too large
			const e = Math.exp(-Math.abs(s));
			a.push(s < 0 ? e / (1 + e) : 1 / (1 + e));
		}
		return { z, a };
	}
}

class Panel {
	static readonly ROWS = 4;
	static readonly COLUMNS = 3;

	static read(rows: string[]): number[] {
		if (rows.length !== Panel.ROWS) throw new RangeError("wrong number of rows");
		const pixels = new Array<number>(Panel.ROWS * Panel.COLUMNS).fill(0);
		for (let r = 0; r < Panel.ROWS; r++) {
			if (rows[r].length !== Panel.COLUMNS) throw new RangeError("wrong number of columns");
			for (let c = 0; c < Panel.COLUMNS; c++) {
				switch (rows[r].charAt(c)) {
					case "1":
						pixels[Panel.COLUMNS * r + c] = 1;
						break;
					case "0":
						break;
					default:
						throw new RangeError("only 0 and 1 are pixels");
				}
			}
		}
		return pixels;
	}
}

abstract class Judge {
	abstract one(y: number, a: number): number;

	all(net: DigitNet, X: number[][], Y: number[][]): number {
		if (X.length !== Y.length) throw new RangeError("X and Y differ in length");
		let cost = 0;
		X.forEach((x, i) => {
			const { a2 } = forward(net, x);
			cost += this.one(Y[i][0], a2[0]) + this.one(Y[i][1], a2[1]);
		});
		return cost;
	}
}

class Squares extends Judge {
	one(y: number, a: number): number {
		const d = a - y;
		return (d * d) / 2;
	}
}

class Entropy extends Judge {
	one(y: number, a: number): number {
		let p = a;
		if (p < 1e-12) p = 1e-12;
		if (p > 1 - 1e-12) p = 1 - 1e-12;
		return -(y * Math.log(p) + (1 - y) * Math.log1p(-p));
	}

	override all(net: DigitNet, X: number[][], Y: number[][]): number {
		const cost = super.all(net, X, Y);
		if (X.length === 0) throw new RangeError("no images");
		return cost / X.length;
	}
}

export function parameterCount(sizes: number[]): number {
	if (sizes.length < 2) return 0;
	const [n, next, ...rest] = sizes;
	return n * next + next + parameterCount([next, ...rest]);
}

export function enoughData(sizes: number[], samples: number): boolean {
	return samples - parameterCount(sizes) >= 0;
}

export function toInput(rows: string[]): number[] {
	return Panel.read(rows);
}

export function forward(
	net: DigitNet,
	x: number[],
): { z1: number[]; a1: number[]; z2: number[]; a2: number[] } {
	if (x.length !== 12) throw new RangeError("x must have twelve numbers");
	const hidden = new Dense(net.W1, net.b1).run(x);
	const output = new Dense(net.W2, net.b2).run(hidden.a);
	return { z1: hidden.z, a1: hidden.a, z2: output.z, a2: output.a };
}

export function squaredCost(net: DigitNet, X: number[][], Y: number[][]): number {
	return new Squares().all(net, X, Y);
}

export function crossEntropyCost(net: DigitNet, X: number[][], Y: number[][]): number {
	return new Entropy().all(net, X, Y);
}
