export interface Layer {
	W: number[][];
	b: number[];
	act: "sigmoid" | "tanh" | "relu" | "linear";
}
export type Cost = "half-squared" | "cross-entropy";

abstract class Activation {
	abstract value(z: number): number;
	abstract slope(z: number): number;

	static named(act: Layer["act"]): Activation {
		switch (act) {
			case "sigmoid":
				return new Sigmoid();
			case "tanh":
				return new Tanh();
			case "relu":
				return new Relu();
			default:
				return new Linear();
		}
	}
}
class Sigmoid extends Activation {
	value(z: number): number {
		return 1 / (1 + Math.exp(-z));
	}
	slope(z: number): number {
		const v = this.value(z);
		return v - v * v;
	}
}
class Tanh extends Activation {
	value(z: number): number {
		return Math.tanh(z);
	}
	slope(z: number): number {
		const v = this.value(z);
		return (1 - v) * (1 + v);
	}
}
class Relu extends Activation {
	value(z: number): number {
		return z > 0 ? z : 0;
	}
	slope(z: number): number {
		return z > 0 ? 1 : 0;
	}
}
class Linear extends Activation {
	value(z: number): number {
		return z;
	}
	slope(_z: number): number {
		return 1;
	}
}

/** One layer while one sample runs through it */
class Stage {
	readonly layer: Layer;
	readonly input: number[];
	readonly z: number[] = [];
	readonly output: number[] = [];
	delta: number[] = [];

	constructor(layer: Layer, input: number[]) {
		this.layer = layer;
		this.input = input;
		const f = Activation.named(layer.act);
		for (let j = 0; j < layer.W.length; j++) {
			let sum = 0;
			for (let i = 0; i < input.length; i++) sum += layer.W[j][i] * input[i];
			this.z.push(sum + layer.b[j]);
			this.output.push(f.value(this.z[j]));
		}
	}

	gradW(): number[][] {
		const rows: number[][] = [];
		for (const d of this.delta) {
			const row: number[] = [];
			for (const v of this.input) row.push(d * v);
			rows.push(row);
		}
		return rows;
	}
}

export function outputDelta(
	a: number[],
	y: number[],
	z: number[],
	act: Layer["act"],
	cost: Cost,
): number[] {
	const f = Activation.named(act);
	const delta: number[] = [];
	for (let k = 0; k < a.length; k++) {
		const factor = cost === "cross-entropy" ? 1 : f.slope(z[k]);
		delta.push((a[k] - y[k]) * factor);
	}
	return delta;
}

export function backDelta(
	nextW: number[][],
	nextDelta: number[],
	z: number[],
	act: Layer["act"],
): number[] {
	const f = Activation.named(act);
	const collected = new Array<number>(z.length).fill(0);
	nextW.forEach((row, j) => {
		row.forEach((w, i) => {
			collected[i] += w * nextDelta[j];
		});
	});
	return collected.map((sum, i) => sum * f.slope(z[i]));
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
	const stages: Stage[] = [];
	let signal = x;
	for (const layer of layers) {
		const stage = new Stage(layer, signal);
		stages.push(stage);
		signal = stage.output;
	}

	let after: Stage | null = null;
	for (const stage of stages.slice().reverse()) {
		const { z, output, layer } = stage;
		stage.delta =
			after === null
				? outputDelta(output, y, z, layer.act, cost)
				: backDelta(after.layer.W, after.delta, z, layer.act);
		after = stage;
	}

	return {
		a: signal,
		deltas: stages.map((s) => s.delta),
		gradW: stages.map((s) => s.gradW()),
		gradB: stages.map((s) => [...s.delta]),
	};
}

function sampleCost(a: number[], y: number[], cost: Cost): number {
	let c = 0;
	a.forEach((p, k) => {
		if (cost === "half-squared") {
			c += ((p - y[k]) * (p - y[k])) / 2;
			return;
		}
		const yes = p < 1e-12 ? 1e-12 : p;
		const no = 1 - p < 1e-12 ? 1e-12 : 1 - p;
		c -= y[k] * Math.log(yes);
		c -= (1 - y[k]) * Math.log(no);
	});
	return c;
}

export function batchGradients(
	layers: Layer[],
	X: number[][],
	Y: number[][],
	cost: Cost,
): { cost: number; gradW: number[][][]; gradB: number[][] } {
	if (X.length < 1) throw new RangeError("no samples in the batch");
	// the first sample makes the lists, the others are added to them
	const { a, gradW, gradB } = backprop(layers, X[0], Y[0], cost);
	let sum = sampleCost(a, Y[0], cost);
	for (let s = 1; s < X.length; s++) {
		const next = backprop(layers, X[s], Y[s], cost);
		sum += sampleCost(next.a, Y[s], cost);
		next.gradW.forEach((M, l) => M.forEach((row, j) => row.forEach((g, i) => (gradW[l][j][i] += g))));
		next.gradB.forEach((v, l) => v.forEach((g, j) => (gradB[l][j] += g)));
	}
	for (const M of gradW) for (const row of M) for (const i of row.keys()) row[i] /= X.length;
	for (const v of gradB) for (const j of v.keys()) v[j] /= X.length;
	return { cost: sum / X.length, gradW, gradB };
}
