export interface Layer {
	W: number[][];
	b: number[];
	act: "sigmoid" | "tanh" | "relu" | "linear";
}

export type Cost = "half-squared" | "cross-entropy";

function apply(act: Layer["act"], z: number): number {
	if (act === "sigmoid") return 1 / (1 + Math.exp(-z));
	if (act === "tanh") return Math.tanh(z);
	if (act === "relu") return Math.max(0, z);
	return z;
}

function slope(act: Layer["act"], z: number): number {
	if (act === "relu") return z > 0 ? 1 : 0;
	const a = apply(act, z);
	if (act === "sigmoid") return a * (1 - a);
	if (act === "tanh") return 1 - a * a;
	return 1;
}

export function outputDelta(
	a: number[],
	y: number[],
	z: number[],
	act: Layer["act"],
	cost: Cost,
): number[] {
	const delta: number[] = [];
	for (let k = 0; k < a.length; k++) {
		const error = (a[k] as number) - (y[k] as number);
		if (cost === "cross-entropy")
			delta.push(error * (a[k] as number) * (1 - (a[k] as number)));
		else delta.push(error * slope(act, z[k] as number));
	}
	return delta;
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
		for (let j = 0; j < nextDelta.length; j++)
			sum += (nextW[j]?.[i] as number) * (nextDelta[j] as number);
		delta.push(sum * slope(act, z[i] as number));
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
	const inputs: number[][] = [];
	const sums: number[][] = [];
	let a = x;
	for (const layer of layers) {
		inputs.push(a);
		const z: number[] = [];
		for (let j = 0; j < layer.W.length; j++) {
			let sum = layer.b[j] as number;
			const row = layer.W[j] as number[];
			for (let i = 0; i < row.length; i++)
				sum += (row[i] as number) * (a[i] as number);
			z.push(sum);
		}
		sums.push(z);
		a = z.map((value) => apply(layer.act, value));
	}
	const deltas: number[][] = [];
	for (let l = layers.length - 1; l >= 0; l--) {
		const layer = layers[l] as Layer;
		const z = sums[l] as number[];
		const next = layers[l + 1];
		deltas[l] = next
			? backDelta(next.W, deltas[l + 1] as number[], z, layer.act)
			: outputDelta(a, y, z, layer.act, cost);
	}
	const gradW = Array.from(deltas, (delta, l) =>
		delta.map((d) => (inputs[l] as number[]).map((input) => d * input)),
	);
	const gradB = Array.from(deltas, (delta) => [...delta]);
	return { a: [...a], deltas: Array.from(deltas), gradW, gradB };
}

function costOf(a: number[], y: number[], cost: Cost): number {
	let sum = 0;
	for (let k = 0; k < a.length; k++) {
		const out = a[k] as number;
		const label = y[k] as number;
		if (cost === "half-squared") sum += 0.5 * (out - label) ** 2;
		else
			sum -=
				label * Math.log(Math.max(out, 1e-12)) +
				(1 - label) * Math.log(Math.max(1 - out, 1e-12));
	}
	return sum;
}

export function batchGradients(
	layers: Layer[],
	X: number[][],
	Y: number[][],
	cost: Cost,
): { cost: number; gradW: number[][][]; gradB: number[][] } {
	if (X.length === 0) throw new RangeError("empty batch");
	const m = X.length;
	let sum = 0;
	const gradW = layers.map((layer) => layer.W.map((row) => row.map(() => 0)));
	const gradB = layers.map((layer) => layer.b.map(() => 0));
	for (let s = 0; s < m; s++) {
		const y = Y[s] as number[];
		const sample = backprop(layers, X[s] as number[], y, cost);
		sum += costOf(sample.a, y, cost);
		sample.gradW.forEach((matrix, l) => {
			matrix.forEach((row, j) => {
				row.forEach((value, i) => {
					const target = gradW[l]?.[j];
					if (target) target[i] = (target[i] as number) + value / m;
				});
			});
		});
		sample.gradB.forEach((vector, l) => {
			vector.forEach((value, j) => {
				const target = gradB[l];
				if (target) target[j] = (target[j] as number) + value / m;
			});
		});
	}
	return { cost: sum / m, gradW, gradB };
}
