import { sigmoid } from "./activations.ts";
import {
	assertCount,
	assertLength,
	assertNumber,
	assertVector,
} from "./assert-arguments.ts";

/** Two values: one per input, hidden neuron or output. */
export type Pair = [number, number];

/**
 * The 2-2-2 sigmoid network: `w` = [w1, …, w8], one bias b1 for both hidden neurons, one bias b2 for both outputs. Source: NN-01.
 * w1, w2 lead from i1, i2 to h1; w3, w4 to h2; w5, w6 lead from h1, h2 to o1; w7, w8 to o2.
 */
export interface Net222 {
	w: number[];
	b1: number;
	b2: number;
}

/** A network that is only read. */
type ReadonlyNet = Readonly<{ w: readonly number[]; b1: number; b2: number }>;

/** Two values that are only read. */
type ReadonlyPair = readonly [number, number];

/**
 * Passes two inputs forward: weighted inputs l and outputs σ(l) of the hidden layer (lh, outH) and the output layer (lo, outO). Source: NN-02, NN-03.
 *
 * @throws TypeError for other than a network and an array of numbers; RangeError unless there are 8 weights and 2 inputs
 */
export function forward(
	net: ReadonlyNet,
	i: ReadonlyPair,
): { lh: Pair; outH: Pair; lo: Pair; outO: Pair } {
	const [w1, w2, w3, w4, w5, w6, w7, w8] = weightsOf(net);
	assertPair(i, "i");
	const [i1, i2] = i;
	const lh: Pair = [w1 * i1 + w2 * i2 + net.b1, w3 * i1 + w4 * i2 + net.b1];
	const outH: Pair = [sigmoid(lh[0]), sigmoid(lh[1])];
	const lo: Pair = [
		w5 * outH[0] + w6 * outH[1] + net.b2,
		w7 * outH[0] + w8 * outH[1] + net.b2,
	];
	return { lh, outH, lo, outO: [sigmoid(lo[0]), sigmoid(lo[1])] };
}

/**
 * Error ½(target − out)² of each output, and their sum. Source: NN-04.
 *
 * @throws TypeError unless both are arrays of numbers; RangeError unless both have 2
 */
export function errors(
	outO: ReadonlyPair,
	target: ReadonlyPair,
): { e: Pair; total: number } {
	assertPair(outO, "outO");
	assertPair(target, "target");
	const e: Pair = [
		(target[0] - outO[0]) ** 2 / 2,
		(target[1] - outO[1]) ** 2 / 2,
	];
	return { e, total: e[0] + e[1] };
}

/**
 * Gradients of the output layer, factor by factor: ∂E/∂out, ∂out/∂l, their product δ, then ∂E/∂w5 … ∂E/∂w8 and ∂E/∂b2 (both δ, since b2 is shared).
 * Source: NN-05, NN-07, NN-11.
 *
 * @returns pairs are [o1, o2]; `gradW` is [w5, w6, w7, w8]
 * @throws TypeError for other than a network and arrays of numbers; RangeError unless there are 8 weights, 2 inputs and 2 targets
 */
export function outputGradients(
	net: ReadonlyNet,
	i: ReadonlyPair,
	target: ReadonlyPair,
): {
	dE_dOut: Pair;
	dOut_dL: Pair;
	deltaO: Pair;
	gradW: [number, number, number, number];
	gradB2: number;
} {
	const { outH, outO } = forward(net, i);
	assertPair(target, "target");
	const dE_dOut: Pair = [outO[0] - target[0], outO[1] - target[1]];
	const dOut_dL: Pair = [slopeFromOutput(outO[0]), slopeFromOutput(outO[1])];
	const deltaO: Pair = [dE_dOut[0] * dOut_dL[0], dE_dOut[1] * dOut_dL[1]];
	const [d1, d2] = deltaO;
	return {
		dE_dOut,
		dOut_dL,
		deltaO,
		gradW: [d1 * outH[0], d1 * outH[1], d2 * outH[0], d2 * outH[1]],
		gradB2: d1 + d2,
	};
}

/**
 * Gradients of the hidden layer. The errors of both outputs come back through the weights of the forward pass, w5 … w8, and add up in each hidden
 * neuron. Source: NN-08, NN-09, NN-10, NN-11.
 *
 * @returns pairs are [h1, h2]; `fromO1` = ∂E_o1/∂out_h, `fromO2` = ∂E_o2/∂out_h; `gradW` is [w1, w2, w3, w4]
 * @throws TypeError for other than a network and arrays of numbers; RangeError unless there are 8 weights, 2 inputs and 2 targets
 */
export function hiddenGradients(
	net: ReadonlyNet,
	i: ReadonlyPair,
	target: ReadonlyPair,
): {
	fromO1: Pair;
	fromO2: Pair;
	dE_dOutH: Pair;
	deltaH: Pair;
	gradW: [number, number, number, number];
	gradB1: number;
} {
	const [, , , , w5, w6, w7, w8] = weightsOf(net);
	const { outH } = forward(net, i);
	const { deltaO } = outputGradients(net, i, target);
	const fromO1: Pair = [deltaO[0] * w5, deltaO[0] * w6];
	const fromO2: Pair = [deltaO[1] * w7, deltaO[1] * w8];
	const dE_dOutH: Pair = [fromO1[0] + fromO2[0], fromO1[1] + fromO2[1]];
	const deltaH: Pair = [
		dE_dOutH[0] * slopeFromOutput(outH[0]),
		dE_dOutH[1] * slopeFromOutput(outH[1]),
	];
	const [d1, d2] = deltaH;
	return {
		fromO1,
		fromO2,
		dE_dOutH,
		deltaH,
		gradW: [d1 * i[0], d1 * i[1], d2 * i[0], d2 * i[1]],
		gradB1: d1 + d2,
	};
}

/** One step of descent for one weight, w − η·gradient. Source: NN-06. @throws TypeError unless all are numbers */
export function updateWeight(w: number, gradient: number, eta: number): number {
	assertNumber(w, "w");
	assertNumber(gradient, "gradient");
	assertNumber(eta, "eta");
	return w - eta * gradient;
}

/**
 * Makes one training step: all gradients from the given network, then all updates. Source: NN-06, NN-09, NN-12.
 *
 * @param eta learning rate; 0 changes nothing
 * @param trainBiases false keeps b1 and b2, as the worked example does
 * @returns a new network
 * @throws TypeError for wrong kinds of arguments; RangeError unless there are 8 weights, 2 inputs and 2 targets
 */
export function trainStep(
	net: ReadonlyNet,
	i: ReadonlyPair,
	target: ReadonlyPair,
	eta: number,
	trainBiases: boolean,
): Net222 {
	assertTraining(eta, trainBiases);
	const hidden = hiddenGradients(net, i, target);
	const output = outputGradients(net, i, target);
	const gradients = [...hidden.gradW, ...output.gradW];
	return {
		// Eight weights and eight gradients: both lengths are checked above.
		w: net.w.map((w, index) =>
			updateWeight(w, gradients[index] as number, eta),
		),
		b1: trainBiases ? updateWeight(net.b1, hidden.gradB1, eta) : net.b1,
		b2: trainBiases ? updateWeight(net.b2, output.gradB2, eta) : net.b2,
	};
}

/**
 * Repeats {@link trainStep} on one sample. Source: NN-12.
 *
 * @param steps number of steps, at least 0
 * @returns a new network; `errors` has `steps` values, errors[n] = total error after step n + 1
 * @throws TypeError for wrong kinds of arguments; RangeError as {@link trainStep} and unless `steps` is a whole number of at least 0
 */
export function train(
	net: ReadonlyNet,
	i: ReadonlyPair,
	target: ReadonlyPair,
	eta: number,
	steps: number,
	trainBiases: boolean,
): { net: Net222; errors: number[] } {
	assertTraining(eta, trainBiases);
	assertCount(steps, "steps");
	let current: Net222 = { w: [...weightsOf(net)], b1: net.b1, b2: net.b2 };
	const history: number[] = [];
	while (history.length < steps) {
		current = trainStep(current, i, target, eta, trainBiases);
		history.push(errors(forward(current, i).outO, target).total);
	}
	return { net: current, errors: history };
}

type Weights = readonly [
	number,
	number,
	number,
	number,
	number,
	number,
	number,
	number,
];

function weightsOf(net: ReadonlyNet): Weights {
	assertVector(net?.w, "net.w");
	assertLength(net.w, 8, "net.w");
	assertNumber(net.b1, "net.b1");
	assertNumber(net.b2, "net.b2");
	// Checked just above; the compiler does not see lengths.
	return net.w as unknown as Weights;
}

function assertPair(pair: ReadonlyPair, name: string): void {
	assertVector(pair, name);
	assertLength(pair, 2, name);
}

function assertTraining(eta: number, trainBiases: boolean): void {
	assertNumber(eta, "eta");
	if (typeof trainBiases !== "boolean")
		throw new TypeError(
			`trainBiases must be a boolean, got ${typeof trainBiases}`,
		);
}

/** σ'(l) written with the output: out = σ(l), so σ'(l) = out(1 − out). */
function slopeFromOutput(out: number): number {
	return out * (1 - out);
}
