export interface Layer {
	W: number[][];
	b: number[];
	act: "sigmoid" | "tanh" | "relu" | "linear";
}

export type Cost = "half-squared" | "cross-entropy";

function activate(act: Layer["act"], z: number): number {
	if (act === "sigmoid") return 1 / (1 + Math.exp(-z));
	if (act === "tanh") return Math.tanh(z);
	if (act === "relu") return z > 0 ? z : 0;
	return z;
}

function slope(act: Layer["act"], z: number): number {
	const a = activate(act, z);
	if (act === "sigmoid") return a * (1 - a);
	if (act === "tanh") return 1 - a * a;
	if (act === "relu") return z > 0 ? 1 : 0;
	return 1;
}

function costOf(a: number[], y: number[], cost: Cost): number {
	let sum = 0;
	for (let k = 0; k < a.length; k++) {
		if (cost === "half-squared") {
			sum += 0.5 * (a[k] - y[k]) ** 2;
		} else {
			const p = Math.max(a[k], 1e-12);
			const q = Math.max(1 - a[k], 1e-12);
			sum -= y[k] * Math.log(p) + (1 - y[k]) * Math.log(q);
		}
	}
	return sum;
}

export function outputDelta(
	a: number[],
	y: number[],
	z: number[],
	act: Layer["act"],
	cost: Cost,
): number[] {
	if (cost === "cross-entropy") return a.map((v, k) => v - y[k]);
	return a.map((v, k) => (v - y[k]) * slope(act, z[k]));
}

export function backDelta(
	nextW: number[][],
	nextDelta: number[],
	z: number[],
	act: Layer["act"],
): number[] {
	const delta: number[] = [];
	for (let i = 0; i < z.length; i++) {
		let sum = 0;
		for (let j = 0; j < nextDelta.length; j++) sum += nextW[j][i] * nextDelta[j];
		delta.push(sum * slope(act, z[i]));
	}
	return delta;
}

export function backprop(
	layers: Layer[],
	x: number[],
	y: number[],
	cost: Cost,
): {
	a: number[];
	deltas: number[][];
	gradW: number[][][];
	gradB: number[][];
} {
	const zs: number[][] = [];
	const as: number[][] = [x.slice()];
	for (let l = 0; l < layers.length; l++) {
		const { W, b, act } = layers[l];
		const z = W.map((row, j) => {
			let sum = b[j];
			for (let i = 0; i < row.length; i++) sum += row[i] * as[l][i];
			return sum;
		});
		zs.push(z);
		as.push(z.map((v) => activate(act, v)));
	}

	const last = layers.length - 1;
	const a = as[last + 1];
	const deltas: number[][] = new Array(layers.length);
	deltas[last] = outputDelta(a, y, zs[last], layers[last].act, cost);
	for (let l = last - 1; l >= 0; l--) {
		deltas[l] = backDelta(layers[l + 1].W, deltas[l + 1], zs[l], layers[l].act);
	}

	const gradW = deltas.map((d, l) => d.map((dj) => as[l].map((v) => dj * v)));
	const gradB = deltas.map((d) => d.slice());
	return { a, deltas, gradW, gradB };
}

export function batchGradients(
	layers: Layer[],
	X: number[][],
	Y: number[][],
	cost: Cost,
): { cost: number; gradW: number[][][]; gradB: number[][] } {
	const m = X.length;
	if (m === 0) throw new RangeError("empty batch");
	let total = 0;
	const gradW = layers.map((layer) => layer.W.map((row) => row.map(() => 0)));
	const gradB = layers.map((layer) => layer.b.map(() => 0));
	for (let s = 0; s < m; s++) {
		const r = backprop(layers, X[s], Y[s], cost);
		total += costOf(r.a, Y[s], cost);
		for (let l = 0; l < layers.length; l++) {
			for (let j = 0; j < gradB[l].length; j++) {
				gradB[l][j] += r.gradB[l][j] / m;
				for (let i = 0; i < gradW[l][j].length; i++) {
					gradW[l][j][i] += r.gradW[l][j][i] / m;
				}
			}
		}
	}
	return { cost: total / m, gradW, gradB };
}
