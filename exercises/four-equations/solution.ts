/** z = W·a + b with `W` outputs × inputs, followed by the activation. */
export interface Layer {
	W: number[][];
	b: number[];
	act: "sigmoid" | "tanh" | "relu" | "linear";
}

/** Half-squared: ½Σ(a − y)². Cross-entropy, behind sigmoid outputs: −Σ[y ln a + (1 − y) ln(1 − a)]. */
export type Cost = "half-squared" | "cross-entropy";

const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));

const activations = {
	sigmoid: { value: sigmoid, slope: (z: number) => sigmoid(z) * sigmoid(-z) },
	tanh: { value: Math.tanh, slope: (z: number) => 1 - Math.tanh(z) ** 2 },
	relu: {
		value: (z: number) => Math.max(0, z),
		slope: (z: number) => (z > 0 ? 1 : 0),
	},
	linear: { value: (z: number) => z, slope: () => 1 },
};

/** Equation 1: what the cost asks of the last layer's weighted sums. */
export function outputDelta(
	a: number[],
	y: number[],
	z: number[],
	act: Layer["act"],
	cost: Cost,
): number[] {
	const error = combine(a, y, (output, target) => output - target);
	if (cost === "cross-entropy") return error; // its slope and the sigmoid's cancel
	return combine(error, z, (e, sum) => e * activations[act].slope(sum));
}

/** Equation 2: a layer's delta from that of the layer behind it. */
export function backDelta(
	nextW: number[][],
	nextDelta: number[],
	z: number[],
	act: Layer["act"],
): number[] {
	return z.map((sum, i) => {
		const fromNext = combine(
			nextW,
			nextDelta,
			(row, delta) => (row[i] as number) * delta,
		);
		return total(fromNext) * activations[act].slope(sum);
	});
}

/** One sample: forward through all layers, then backward with all four equations. */
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
	const passed: { inputs: number[]; z: number[] }[] = [];
	let a = x;
	for (const { W, b, act } of layers) {
		const inputs = a;
		const z = combine(
			W,
			b,
			(row, bias) => total(combine(row, inputs, times)) + bias,
		);
		passed.push({ inputs, z });
		a = z.map((sum) => activations[act].value(sum));
	}

	const deltas: number[][] = [];
	let next: { W: number[][]; delta: number[] } | undefined;
	for (const [l, { W, act }] of [...layers.entries()].reverse()) {
		const { z } = passed[l] as { z: number[] };
		const delta: number[] = next
			? backDelta(next.W, next.delta, z, act)
			: outputDelta(a, y, z, act, cost);
		deltas.unshift(delta);
		next = { W, delta };
	}

	return {
		a,
		deltas,
		gradW: combine(deltas, passed, (delta, { inputs }) =>
			delta.map((d) => inputs.map((input) => d * input)),
		), // equation 4
		gradB: deltas.map((delta) => [...delta]), // equation 3
	};
}

/** A batch: the means of cost and gradients over its samples. */
export function batchGradients(
	layers: Layer[],
	X: number[][],
	Y: number[][],
	cost: Cost,
): { cost: number; gradW: number[][][]; gradB: number[][] } {
	if (X.length === 0) throw new RangeError("a mean needs at least one sample");
	const samples = combine(X, Y, (x, y) => backprop(layers, x, y, cost));
	const mean = (values: number[]) => total(values) / values.length;
	return {
		cost: mean(combine(samples, Y, ({ a }, y) => sampleCost(a, y, cost))),
		gradW: layers.map(({ W }, l) =>
			W.map((row, j) =>
				row.map((_, i) =>
					mean(samples.map(({ gradW }) => gradW[l]?.[j]?.[i] as number)),
				),
			),
		),
		gradB: layers.map(({ b }, l) =>
			b.map((_, j) =>
				mean(samples.map(({ gradB }) => gradB[l]?.[j] as number)),
			),
		),
	};
}

function sampleCost(a: number[], y: number[], cost: Cost): number {
	if (cost === "half-squared")
		return total(combine(a, y, (output, target) => (output - target) ** 2)) / 2;
	const ln = (probability: number) => Math.log(Math.max(probability, 1e-12));
	return total(
		combine(
			a,
			y,
			(output, target) => -target * ln(output) - (1 - target) * ln(1 - output),
		),
	);
}

const times = (a: number, b: number) => a * b;

function total(values: number[]): number {
	return values.reduce((sum, value) => sum + value, 0);
}

/** Goes through two lists of the same length side by side. */
function combine<A, B, C>(a: A[], b: B[], f: (a: A, b: B) => C): C[] {
	return a.map((entry, k) => f(entry, b[k] as B));
}
