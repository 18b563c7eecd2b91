import { type ActivationName, activations, softmax } from "./activations.ts";
import {
	assertFunction,
	assertLength,
	assertMatrix,
	assertNotEmpty,
	assertNumber,
	assertVector,
} from "./assert-arguments.ts";
import { gdStepN } from "./descent.ts";
import { binaryCrossEntropy, crossEntropy, networkError } from "./losses.ts";
import {
	add,
	type Matrix,
	multiplyVector,
	outer,
	scale,
	transpose,
} from "./matrix.ts";
import * as vector from "./vector.ts";

type Vector = vector.Vector;

/** What a layer does with its weighted input; "softmax" only in the last layer. */
export type LayerActivation = ActivationName | "softmax";

/** One dense layer: z = W·a + b with `W` outputs × inputs (W[j][i] leads from input i to neuron j), `b` one per neuron. Source: MX-03. */
export interface Layer {
	readonly W: Matrix;
	readonly b: Vector;
	readonly act: LayerActivation;
}

/**
 * Cost of one sample: "half-squared" ½Σ(a − y)²; "cross-entropy" −Σ[y ln a + (1 − y) ln(1 − a)] behind sigmoid outputs, −Σ y ln a behind softmax
 * (both clipped as in losses.ts). The cost of a batch is the mean over its samples.
 */
export type Cost = "half-squared" | "cross-entropy";

/** Gradients of a cost: `gradW[l]` has the shape of layers[l].W, `gradB[l]` that of layers[l].b. */
export interface LayerGradients {
	gradW: number[][][];
	gradB: number[][];
}

/**
 * Computes one layer for a batch: Z = X·Wᵀ + b on every row, A = activation(Z). Source: MX-04.
 *
 * @param X samples × inputs; no samples give no rows
 * @param W outputs × inputs
 * @param b one per output
 * @returns Z and A, samples × outputs
 * @throws TypeError for wrong kinds of arguments; RangeError when the shapes do not fit
 */
export function layerForward(
	X: Matrix,
	W: Matrix,
	b: Vector,
	activation: (z: number) => number,
): { Z: number[][]; A: number[][] } {
	assertMatrix(X, "X");
	assertFunction(activation, "activation");
	const Z = X.map((x) => weightedInput(W, b, x));
	return { Z, A: Z.map((z) => z.map((entry) => activation(entry))) };
}

/**
 * Passes one sample through all layers. Source: MX-01.
 *
 * @param x one value per input of the first layer
 * @returns z[l] and a[l] of layers[l], one value per neuron; the last a is the output (x itself stands in neither)
 * @throws TypeError for wrong kinds of arguments; RangeError for no layers, shapes that do not fit, or softmax before the last layer
 */
export function forward(
	layers: readonly Layer[],
	x: Vector,
): { z: number[][]; a: number[][] } {
	assertLayers(layers);
	assertVector(x, "x");
	const z: number[][] = [];
	const a: number[][] = [];
	let input = x;
	for (const layer of layers) {
		const weighted = weightedInput(layer.W, layer.b, input);
		const output = activate(weighted, layer.act);
		z.push(weighted);
		a.push(output);
		input = output;
	}
	return { z, a };
}

/** Returns the outputs for one sample, one value per neuron of the last layer. @throws TypeError and RangeError as {@link forward} */
export function predict(layers: readonly Layer[], x: Vector): number[] {
	return forward(layers, x).a.at(-1) ?? [];
}

/**
 * Cost of one sample's outputs. Source: LO-11, LO-14, LO-16, LO-18.
 *
 * @param a outputs
 * @param y labels, as many
 * @param act activation of the output layer: cross-entropy stands behind "sigmoid" or "softmax" only
 * @throws TypeError for wrong kinds of arguments; RangeError when the lengths differ, for an unknown cost, or cross-entropy behind another activation
 */
export function sampleCost(
	a: Vector,
	y: Vector,
	act: LayerActivation,
	cost: Cost,
): number {
	assertCost(act, cost);
	if (cost === "half-squared") return networkError(a, y);
	return act === "softmax"
		? crossEntropy(a, y)
		: vector.sum(vector.zipWith(a, y, binaryCrossEntropy));
}

/**
 * First equation, δᴸ = ∇ₐC ⊙ σ′(zᴸ). For cross-entropy the slope cancels and δᴸ = a − y (behind softmax if the labels sum to 1); for softmax with half-squared the whole Jacobian counts.
 * Source: MX-05; Nielsen (2015), Neural Networks and Deep Learning, ch. 2 (BP1).
 *
 * @param a outputs, `y` labels, `z` weighted inputs: one value per output
 * @throws TypeError for wrong kinds of arguments; RangeError when the lengths differ, for an unknown cost, or cross-entropy behind another activation
 */
export function outputDelta(
	a: Vector,
	y: Vector,
	z: Vector,
	act: LayerActivation,
	cost: Cost,
): number[] {
	assertCost(act, cost);
	assertVector(z, "z");
	const error = vector.subtract(a, y);
	assertLength(z, error.length, "z");
	if (cost === "cross-entropy") return error;
	if (act !== "softmax")
		return vector.hadamard(error, z.map(activations[act].slope));
	// Σᵢ (aᵢ − yᵢ)·∂aᵢ/∂zⱼ with ∂aᵢ/∂zⱼ = aᵢ(δᵢⱼ − aⱼ).
	const mean = vector.dot(error, a);
	return vector.zipWith(a, error, (output, e) => output * (e - mean));
}

/**
 * Second equation, δˡ = ((Wˡ⁺¹)ᵀ δˡ⁺¹) ⊙ σ′(zˡ). Source: MX-05; Nielsen (2015), ch. 2 (BP2).
 *
 * @param nextW weights of the next layer, its outputs × this layer's neurons
 * @param nextDelta one value per neuron of the next layer
 * @param z weighted inputs of this layer, one per neuron
 * @throws TypeError for wrong kinds of arguments; RangeError when the shapes do not fit or the activation is unknown or softmax
 */
export function backDelta(
	nextW: Matrix,
	nextDelta: Vector,
	z: Vector,
	act: LayerActivation,
): number[] {
	assertVector(z, "z");
	assertHiddenActivation(act);
	assertVector(nextDelta, "nextDelta");
	assertMatrix(nextW, "nextW");
	assertLength(nextDelta, nextW.length, "nextDelta");
	return vector.hadamard(
		multiplyVector(transpose(nextW), nextDelta),
		z.map(activations[act].slope),
	);
}

/**
 * Back-propagation for one sample: all four equations; ∂C/∂bˡ = δˡ and ∂C/∂Wˡ = δˡ (aˡ⁻¹)ᵀ. Source: MX-05, MX-06; Nielsen (2015), ch. 2.
 *
 * @returns `a` the outputs; deltas[l], gradW[l] and gradB[l] belong to layers[l]
 * @throws TypeError for wrong kinds of arguments; RangeError as {@link forward} and {@link outputDelta}
 */
export function backprop(
	layers: readonly Layer[],
	x: Vector,
	y: Vector,
	cost: Cost,
): { a: number[]; deltas: number[][] } & LayerGradients {
	const { z, a } = forward(layers, x);
	const outputs = a.at(-1) ?? [];
	const deltas: number[][] = [];
	let next: { W: Matrix; delta: Vector } | undefined;
	for (const [l, layer] of [...layers.entries()].reverse()) {
		const weighted = z[l] ?? [];
		const delta: number[] = next
			? backDelta(next.W, next.delta, weighted, layer.act)
			: outputDelta(outputs, y, weighted, layer.act, cost);
		deltas.unshift(delta);
		next = { W: layer.W, delta };
	}
	const inputs = [x, ...a];
	return {
		a: outputs,
		deltas,
		gradW: deltas.map((delta, l) => outer(delta, inputs[l] ?? [])),
		gradB: deltas.map((delta) => [...delta]),
	};
}

/**
 * Cost and gradients of a batch: means over its samples. Source: MX-05, MX-07.
 *
 * @param X samples × inputs, at least one sample
 * @param Y samples × outputs, same order
 * @throws TypeError for wrong kinds of arguments; RangeError for an empty batch, and as {@link backprop}
 */
export function batchGradients(
	layers: readonly Layer[],
	X: Matrix,
	Y: Matrix,
	cost: Cost,
): { cost: number } & LayerGradients {
	assertBatch(layers, X, Y);
	const weight = 1 / X.length;
	const act = (layers.at(-1) as Layer).act; // there is a layer: checked just above
	// Rows of X and Y belong together (same length, checked), and so do layers and their gradients.
	const samples = X.map((x, n) => backprop(layers, x, Y[n] as Vector, cost));
	const costs = samples.map(({ a }, n) =>
		sampleCost(a, Y[n] as Vector, act, cost),
	);
	const mean = <T>(
		terms: T[],
		plus: (a: T, b: T) => T,
		times: (a: T, factor: number) => T,
	): T => times(terms.reduce(plus), weight);
	return {
		cost: vector.sum(costs) / costs.length,
		gradW: layers.map((_, l) =>
			mean(
				samples.map((sample) => sample.gradW[l] as number[][]),
				add,
				scale,
			),
		),
		gradB: layers.map((_, l) =>
			mean(
				samples.map((sample) => sample.gradB[l] as number[]),
				vector.add,
				vector.scale,
			),
		),
	};
}

/** Mean cost of a batch without gradients. @throws TypeError and RangeError as {@link batchGradients} */
export function batchCost(
	layers: readonly Layer[],
	X: Matrix,
	Y: Matrix,
	cost: Cost,
): number {
	assertBatch(layers, X, Y);
	const act = (layers.at(-1) as Layer).act; // there is a layer: checked just above
	const costs = X.map((x, n) =>
		sampleCost(predict(layers, x), Y[n] as Vector, act, cost),
	);
	return vector.sum(costs) / costs.length;
}

/**
 * Makes one step of gradient descent on a batch: W ← W − η·∂C/∂W, b ← b − η·∂C/∂b, all from the given layers. Source: MX-01, MX-07.
 *
 * @param eta learning rate; 0 changes nothing
 * @returns new layers
 * @throws TypeError for wrong kinds of arguments; RangeError as {@link batchGradients}
 */
export function trainStep(
	layers: readonly Layer[],
	X: Matrix,
	Y: Matrix,
	eta: number,
	cost: Cost,
): Layer[] {
	assertNumber(eta, "eta");
	const { gradW, gradB } = batchGradients(layers, X, Y, cost);
	// Gradients have the shapes of what they change.
	return layers.map(({ W, b, act }, l) => ({
		W: W.map((row, j) => gdStepN(row, gradW[l]?.[j] as Vector, eta)),
		b: gdStepN(b, gradB[l] as Vector, eta),
		act,
	}));
}

function weightedInput(W: Matrix, b: Vector, x: Vector): number[] {
	const products = multiplyVector(W, x);
	assertVector(b, "b");
	assertLength(b, products.length, "b");
	return vector.add(products, b);
}

function activate(z: Vector, act: LayerActivation): number[] {
	return act === "softmax" ? softmax(z) : z.map(activations[act].value);
}

function assertLayers(layers: readonly Layer[]): void {
	if (!Array.isArray(layers))
		throw new TypeError("layers must be an array of layers");
	assertNotEmpty(layers, "layers");
	for (const [l, layer] of layers.entries()) {
		if (l < layers.length - 1) assertHiddenActivation(layer?.act);
		else assertActivation(layer?.act);
	}
}

function assertActivation(act: LayerActivation): void {
	if (act !== "softmax" && !Object.hasOwn(activations, act))
		throw new RangeError(
			`an activation must be sigmoid, tanh, relu, linear or softmax, got ${act}`,
		);
}

function assertHiddenActivation(
	act: LayerActivation,
): asserts act is ActivationName {
	assertActivation(act);
	if (act === "softmax")
		throw new RangeError("softmax may stand in the last layer only");
}

function assertCost(act: LayerActivation, cost: Cost): void {
	assertActivation(act);
	if (cost !== "half-squared" && cost !== "cross-entropy")
		throw new RangeError(
			`cost must be half-squared or cross-entropy, got ${cost}`,
		);
	if (cost === "cross-entropy" && act !== "sigmoid" && act !== "softmax")
		throw new RangeError(
			`cross-entropy needs sigmoid or softmax outputs, got ${act}`,
		);
}

function assertBatch(layers: readonly Layer[], X: Matrix, Y: Matrix): void {
	assertLayers(layers);
	assertMatrix(X, "X");
	assertMatrix(Y, "Y");
	assertNotEmpty(X, "X");
	assertLength(Y, X.length, "Y");
}
