import {
	type ActivationName,
	activations,
} from "../../reference/activations.ts";
import * as network from "../../reference/dense-network.ts";
import { outer } from "../../reference/matrix.ts";
import type { Draw } from "../authoring/draw.ts";
import {
	cases,
	fixed,
	gradientCheck,
	property,
	pure,
	refuses,
	returnsSteps,
	returnsValue,
	stepGraph,
} from "../authoring/index.ts";

type Cost = network.Cost;
type Matrix = number[][];

interface Layer {
	W: Matrix;
	b: number[];
	act: ActivationName;
}

const outputDelta = returnsValue(
	"outputDelta",
	["a", "y", "z", "act", "cost"],
	"\\delta^L = \\nabla_a C \\odot \\sigma'(z^L)",
	(a: number[], y: number[], z: number[], act: ActivationName, cost: Cost) =>
		network.outputDelta(a, y, z, act, cost),
);

const backDelta = returnsValue(
	"backDelta",
	["nextW", "nextDelta", "z", "act"],
	"\\delta^l = \\left((W^{l+1})^{\\mathsf{T}} \\delta^{l+1}\\right) \\odot \\sigma'(z^l)",
	(nextW: Matrix, nextDelta: number[], z: number[], act: ActivationName) =>
		network.backDelta(nextW, nextDelta, z, act),
);

interface Sample {
	layers: Layer[];
	x: number[];
	y: number[];
	cost: Cost;
}

/** Equations 1 and 2 from the last layer to the first. */
function deltasOf(
	layers: Layer[],
	z: Matrix,
	a: number[],
	y: number[],
	cost: Cost,
): Matrix {
	const deltas: Matrix = [];
	for (const [l, { act }] of [...layers.entries()].reverse()) {
		const next = layers[l + 1];
		const sums = z[l] ?? [];
		deltas.unshift(
			next
				? network.backDelta(next.W, deltas[0] ?? [], sums, act)
				: network.outputDelta(a, y, sums, act, cost),
		);
	}
	return deltas;
}

const backprop = returnsSteps(
	"backprop",
	["layers", "x", "y", "cost"],
	(layers: Layer[], x: number[], y: number[], cost: Cost): Sample => ({
		layers,
		x,
		y,
		cost,
	}),
	stepGraph<Sample>()
		.inner(
			"z",
			"z^l = W^l a^{l-1} + b^l",
			["layers", "x"],
			({ layers, x }) => network.forward(layers, x).z,
		)
		.step(
			"a",
			"a^L = a(z^L)",
			["layers", "z"],
			({ layers, z }) =>
				z.at(-1)?.map(activations[layers.at(-1)?.act ?? "linear"].value) ?? [],
		)
		.step(
			"deltas",
			"\\delta^L = \\nabla_a C \\odot \\sigma'(z^L), \\quad \\delta^l = \\left((W^{l+1})^{\\mathsf{T}} \\delta^{l+1}\\right) \\odot \\sigma'(z^l)",
			["layers", "z", "a", "y", "cost"],
			({ layers, z, a, y, cost }) => deltasOf(layers, z, a, y, cost),
		)
		.step(
			"gradW",
			"\\frac{\\partial C}{\\partial W^l} = \\delta^l (a^{l-1})^{\\mathsf{T}}",
			["deltas", "layers", "x", "z"],
			({ deltas, layers, x, z }) => {
				const inputs = [
					x,
					...layers.map(({ act }, l) =>
						(z[l] ?? []).map(activations[act].value),
					),
				];
				return deltas.map((delta, l) => outer(delta, inputs[l] ?? []));
			},
		)
		.step(
			"gradB",
			"\\frac{\\partial C}{\\partial b^l} = \\delta^l",
			["deltas"],
			({ deltas }) => deltas,
		),
);

interface Batch {
	layers: Layer[];
	X: Matrix;
	Y: Matrix;
	kind: Cost;
}

const batchOf = ({ layers, X, Y, kind }: Batch) =>
	network.batchGradients(layers, X, Y, kind);

const batchGradients = returnsSteps(
	"batchGradients",
	["layers", "X", "Y", "cost"],
	(layers: Layer[], X: Matrix, Y: Matrix, kind: Cost): Batch => ({
		layers,
		X,
		Y,
		kind,
	}),
	stepGraph<Batch>()
		.step(
			"cost",
			"J = \\frac{1}{m} \\sum_s C_s",
			["layers", "X", "Y", "kind"],
			(batch) => batchOf(batch).cost,
		)
		.step(
			"gradW",
			"\\frac{\\partial J}{\\partial W^l} = \\frac{1}{m} \\sum_s \\frac{\\partial C_s}{\\partial W^l}",
			["layers", "X", "Y", "kind"],
			(batch) => batchOf(batch).gradW,
		)
		.step(
			"gradB",
			"\\frac{\\partial J}{\\partial b^l} = \\frac{1}{m} \\sum_s \\frac{\\partial C_s}{\\partial b^l}",
			["layers", "X", "Y", "kind"],
			(batch) => batchOf(batch).gradB,
		),
);

/** The 2-2-2 network of chapter 8 as two layers; the shared biases stand once for each neuron. */
const net222: Layer[] = [
	{
		W: [
			[0.05, 0.15],
			[0.1, 0.2],
		],
		b: [0.35, 0.35],
		act: "sigmoid",
	},
	{
		W: [
			[0.25, 0.35],
			[0.3, 0.4],
		],
		b: [0.5, 0.5],
		act: "sigmoid",
	},
];

/** Three inputs, four hidden neurons, two outputs. */
const net342: Layer[] = [
	{
		W: [
			[0.1, -0.2, 0.3],
			[0.4, 0.5, -0.6],
			[-0.7, 0.8, 0.9],
			[0.2, -0.1, 0.05],
		],
		b: [0.1, -0.1, 0.05, 0.2],
		act: "tanh",
	},
	{
		W: [
			[0.3, -0.4, 0.5, -0.6],
			[0.1, 0.2, -0.3, 0.4],
		],
		b: [0, -0.2],
		act: "sigmoid",
	},
];
const X342: Matrix = [
	[0.5, -1, 0.25],
	[1, 0.3, -0.7],
	[-0.2, 0.8, 0.6],
];
const Y342: Matrix = [
	[1, 0],
	[0, 1],
	[1, 0],
];
const [x342 = [], y342 = []] = [X342[0], Y342[0]];

/** Sums and outputs of a network's last layer, as equation 1 takes them. */
function outputsOf(layers: Layer[], x: number[]): [a: number[], z: number[]] {
	const { z, a } = network.forward(layers, x);
	return [a.at(-1) ?? [], z.at(-1) ?? []];
}

const [a222, z222] = outputsOf(net222, [0.1, 0.2]);
const [a342, z342] = outputsOf(net342, x342);
const hiddenSums = (layers: Layer[], x: number[]) =>
	network.forward(layers, x).z[0] ?? [];
const lastDelta = (layers: Layer[], x: number[], y: number[]) =>
	network.backprop(layers, x, y, "half-squared").deltas.at(-1) ?? [];

const names: readonly ActivationName[] = ["sigmoid", "tanh", "relu", "linear"];

function drawLabels(draw: Draw, outputs: number, cost: Cost): number[] {
	return Array.from({ length: outputs }, () =>
		cost === "cross-entropy" ? draw.integer(0, 1) : draw.number(-1, 1),
	);
}

function drawLayers(draw: Draw, last?: ActivationName): Layer[] {
	const depth = draw.integer(1, 4);
	const sizes = Array.from({ length: depth + 1 }, () => draw.integer(1, 5));
	return sizes.slice(1).map((neurons, l) => ({
		W: draw.matrix(neurons, sizes[l] ?? 1, -1, 1),
		b: draw.vector(neurons, -1, 1),
		act: l === depth - 1 && last ? last : draw.pick(names),
	}));
}

/** At the corner of a rectifier, and where a probability is nearly 0 or 1, rounding would decide. */
function isTouchy(layers: Layer[], x: number[], cost: Cost): boolean {
	const { z, a } = network.forward(layers, x);
	const isNearCorner = layers.some(
		({ act }, l) => act === "relu" && z[l]?.some((sum) => Math.abs(sum) < 1e-3),
	);
	const isClipped =
		cost === "cross-entropy" &&
		a.at(-1)?.some((output) => output < 1e-3 || output > 0.999);
	return isNearCorner || isClipped === true;
}

function drawBatch(
	draw: Draw,
	samples: number,
): [layers: Layer[], X: Matrix, Y: Matrix, cost: Cost] | null {
	const cost: Cost = draw.pick(["half-squared", "cross-entropy"] as const);
	const layers = drawLayers(
		draw,
		cost === "cross-entropy" ? "sigmoid" : undefined,
	);
	const inputs = layers[0]?.W[0]?.length ?? 1;
	const outputs = layers.at(-1)?.b.length ?? 1;
	const X = draw.matrix(samples, inputs, -1.5, 1.5);
	if (X.some((x) => isTouchy(layers, x, cost))) return null;
	return [layers, X, X.map(() => drawLabels(draw, outputs, cost)), cost];
}

/** A copy of two layers in which one weight or bias is moved. */
function moved(
	layers: readonly Layer[],
	move: (copy: Layer[]) => void,
): Layer[] {
	const copy = layers.map(({ W, b, act }) => ({
		W: W.map((row) => [...row]),
		b: [...b],
		act,
	}));
	move(copy);
	return copy;
}

const weight = (l: number, j: number, i: number) => ({
	path: ["gradW", l, j, i],
	of: ["cost"],
	forwardArgs: (
		[layers, X, Y, cost]: readonly [Layer[], Matrix, Matrix, Cost],
		delta: number,
	): [Layer[], Matrix, Matrix, Cost] => [
		moved(layers, (copy) => {
			const row = copy[l]?.W[j];
			if (row) row[i] = (row[i] ?? 0) + delta;
		}),
		X,
		Y,
		cost,
	],
});

const bias = (l: number, j: number) => ({
	path: ["gradB", l, j],
	of: ["cost"],
	forwardArgs: (
		[layers, X, Y, cost]: readonly [Layer[], Matrix, Matrix, Cost],
		delta: number,
	): [Layer[], Matrix, Matrix, Cost] => [
		moved(layers, (copy) => {
			const biases = copy[l]?.b;
			if (biases) biases[j] = (biases[j] ?? 0) + delta;
		}),
		X,
		Y,
		cost,
	],
});

export default cases({
	"output-delta-visible": [
		fixed(
			outputDelta,
			{
				en: "The outputs of the 2-2-2 network, half-squared",
				zh: "2-2-2 网络的输出，半平方误差",
			},
			[a222, [0.85, 0.3], z222, "sigmoid", "half-squared"],
			{ "[0]": "-0.0308783166405", "[1]": "0.0845572463429" },
		),
		fixed(
			outputDelta,
			{ en: "The 3-4-2 network, cross-entropy", zh: "3-4-2 网络，交叉熵" },
			[a342, y342, z342, "sigmoid", "cross-entropy"],
			{ "[0]": "-0.566051803418", "[1]": "0.526828808195" },
		),
	],
	"back-delta-visible": [
		fixed(
			backDelta,
			{
				en: "Into the hidden layer of the 2-2-2 network",
				zh: "传入 2-2-2 网络的隐藏层",
			},
			[
				net222[1]?.W ?? [],
				lastDelta(net222, [0.1, 0.2], [0.85, 0.3]),
				hiddenSums(net222, [0.1, 0.2]),
				"sigmoid",
			],
			{ "[0]": "0.00425236590821", "[1]": "0.00552971824153" },
		),
		fixed(
			backDelta,
			{
				en: "From two outputs into four hidden neurons",
				zh: "从两个输出传入四个隐藏神经元",
			},
			[
				net342[1]?.W ?? [],
				lastDelta(net342, x342, y342),
				hiddenSums(net342, x342),
				"tanh",
			],
			{
				"[0]": "-0.0239814028281",
				"[1]": "0.0613695883047",
				"[2]": "-0.0549520202194",
				"[3]": "0.115215152009",
			},
		),
	],
	"backprop-visible": [
		fixed(
			backprop,
			{
				en: "The 2-2-2 network as two layers",
				zh: "写成两层的 2-2-2 网络",
			},
			[net222, [0.1, 0.2], [0.85, 0.3], "half-squared"],
			{
				"gradW[0][0][0]": "0.000425236590821",
				"gradW[0][0][1]": "0.000850473181642",
				"gradW[0][1][0]": "0.000552971824153",
				"gradW[0][1][1]": "0.00110594364831",
				"gradW[1][0][0]": "-0.018375021542",
				"gradW[1][0][1]": "-0.0184864671377",
				"gradW[1][1][0]": "0.0503181971081",
				"gradW[1][1][1]": "0.0506233799586",
				"gradB[0][0]": "0.00425236590821",
				"gradB[0][1]": "0.00552971824153",
				"gradB[1][0]": "-0.0308783166405",
				"gradB[1][1]": "0.0845572463429",
			},
		),
		fixed(
			backprop,
			{
				en: "The 3-4-2 network, first sample, cross-entropy",
				zh: "3-4-2 网络的第一个样本，交叉熵",
			},
			[net342, x342, y342, "cross-entropy"],
			{
				"a[0]": "0.433948196582",
				"a[1]": "0.526828808195",
				"deltas[0][0]": "-0.098284994419",
			},
		),
	],
	"batch-visible": [
		fixed(
			batchGradients,
			{
				en: "The 3-4-2 network on three samples, half-squared",
				zh: "3-4-2 网络，三个样本，半平方误差",
			},
			[net342, X342, Y342, "half-squared"],
			{
				cost: "0.194863285326",
				"gradW[0][0][0]": "-0.000239335608706",
				"gradW[1][0][0]": "-0.0230523535473",
				"gradB[1][0]": "-0.0568163225717",
			},
		),
		fixed(
			batchGradients,
			{
				en: "The same, cross-entropy",
				zh: "同上，交叉熵",
			},
			[net342, X342, Y342, "cross-entropy"],
			{
				cost: "1.15758517",
				"gradW[0][0][0]": "0.00363378313713",
				"gradW[1][0][0]": "-0.0953601092547",
			},
		),
	],
	"output-delta-random": [
		property(
			outputDelta,
			{
				en: "1 to 5 outputs with any activation, sums in [−4, 4]",
				zh: "1 到 5 个输出，任意激活函数，加权和 ∈ [−4, 4]",
			},
			16,
			(draw) => {
				const cost: Cost = draw.pick([
					"half-squared",
					"half-squared",
					"cross-entropy",
				] as const);
				const act = cost === "cross-entropy" ? "sigmoid" : draw.pick(names);
				const z = draw.vector(draw.integer(1, 5), -4, 4);
				return [
					z.map(activations[act].value),
					drawLabels(draw, z.length, cost),
					z,
					act,
					cost,
				];
			},
		),
	],
	"back-delta-random": [
		property(
			backDelta,
			{
				en: "1 to 5 neurons in the layer, 1 to 5 in the next, any activation",
				zh: "本层 1 到 5 个、下一层 1 到 5 个神经元，任意激活函数",
			},
			16,
			(draw) => {
				const neurons = draw.integer(1, 5);
				const next = draw.integer(1, 5);
				return [
					draw.matrix(next, neurons, -2, 2),
					draw.vector(next, -1, 1),
					draw.vector(neurons, -3, 3),
					draw.pick(names),
				];
			},
		),
	],
	"backprop-random": [
		property(
			backprop,
			{
				en: "1 to 4 layers of 1 to 5 neurons, any activation and cost",
				zh: "1 到 4 层，每层 1 到 5 个神经元，任意激活函数与代价",
			},
			20,
			(draw) => {
				const batch = drawBatch(draw, 1);
				if (!batch) return null;
				const [layers, [x = []], [y = []], cost] = batch;
				return [layers, x, y, cost];
			},
		),
	],
	"batch-random": [
		property(
			batchGradients,
			{
				en: "any network as above on 1 to 6 samples",
				zh: "任意上述网络，1 到 6 个样本",
			},
			12,
			(draw) => drawBatch(draw, draw.integer(1, 6)),
		),
		gradientCheck(
			batchGradients,
			{
				en: "the gradients belong to your own cost (a 2-3-2 network)",
				zh: "梯度与你自己的代价相符（2-3-2 网络）",
			},
			6,
			(draw) => {
				const cost: Cost = draw.pick([
					"half-squared",
					"cross-entropy",
				] as const);
				const layers: Layer[] = [
					{
						W: draw.matrix(3, 2, -1, 1),
						b: draw.vector(3, -1, 1),
						act: draw.pick(["sigmoid", "tanh"] as const),
					},
					{
						W: draw.matrix(2, 3, -1, 1),
						b: draw.vector(2, -1, 1),
						act: "sigmoid",
					},
				];
				const X = draw.matrix(3, 2, -1.5, 1.5);
				return [layers, X, X.map(() => drawLabels(draw, 2, cost)), cost];
			},
			{
				forward: batchGradients,
				entries: [weight(0, 1, 0), weight(1, 0, 2), bias(0, 2), bias(1, 1)],
			},
		),
	],
	"output-delta-edge": [
		fixed(
			outputDelta,
			{
				en: "a saturated sigmoid on the wrong side, cross-entropy: the delta stays large",
				zh: "sigmoid 在错误的一端饱和，交叉熵：δ 依然很大",
			},
			[[1, 0], [0, 1], [60, -800], "sigmoid", "cross-entropy"],
		),
		fixed(
			outputDelta,
			{
				en: "the same, half-squared: the delta fades",
				zh: "同上，半平方误差：δ 几乎消失",
			},
			[[1, 0, 0.5], [0, 1, 0.25], [60, -800, 0], "sigmoid", "half-squared"],
		),
		fixed(
			outputDelta,
			{
				en: "rectifiers: dead, at the corner, alive",
				zh: "ReLU：关闭、折点、开启",
			},
			[[0, 0, 2], [1, -1, 0.5], [-3, 0, 2], "relu", "half-squared"],
		),
		fixed(outputDelta, { en: "a target that is met", zh: "恰好达到目标" }, [
			[0.5, -1.5],
			[0.5, 1],
			[0.5, -1.5],
			"linear",
			"half-squared",
		]),
	],
	"back-delta-edge": [
		fixed(
			backDelta,
			{ en: "one neuron, three in the next layer", zh: "本层一个，下一层三个" },
			[[[0.5], [-1], [2]], [0.1, 0.2, -0.3], [0.25], "linear"],
		),
		fixed(
			backDelta,
			{
				en: "three neurons, one in the next layer",
				zh: "本层三个，下一层一个",
			},
			[[[0.5, -1, 2]], [0.1], [0.25, 1, -2], "tanh"],
		),
		fixed(
			backDelta,
			{
				en: "a dead rectifier and one at its corner hand nothing on",
				zh: "关闭的 ReLU 与折点处的 ReLU 都不往回传",
			},
			[
				[
					[1, 2, 3],
					[-1, 0.5, 0.25],
				],
				[0.5, -0.25],
				[-0.75, 0, 1.5],
				"relu",
			],
		),
		fixed(backDelta, { en: "saturated neurons", zh: "饱和的神经元" }, [
			[
				[1, 2, 3],
				[-1, 0.5, 0.25],
			],
			[0.5, -0.25],
			[800, -800, 1],
			"sigmoid",
		]),
	],
	"backprop-edge": [
		fixed(backprop, { en: "a single layer", zh: "只有一层" }, [
			net342.slice(1),
			[0.5, -0.25, 1, 0],
			[0, 1],
			"cross-entropy",
		]),
		fixed(
			backprop,
			{ en: "a dead rectifier in the middle", zh: "中间有关闭的 ReLU" },
			[
				[
					{ W: [[1], [-2]], b: [0.5, 0.25], act: "relu" },
					{ W: [[0.5, 3]], b: [0.1], act: "linear" },
				],
				[1],
				[0.25],
				"half-squared",
			],
		),
		fixed(
			backprop,
			{
				en: "a saturated output with cross-entropy still teaches",
				zh: "用交叉熵时，饱和的输出仍能学习",
			},
			[
				[
					{ W: [[1, -1]], b: [0.5], act: "tanh" },
					{ W: [[50]], b: [20], act: "sigmoid" },
				],
				[0.5, -0.25],
				[0],
				"cross-entropy",
			],
		),
	],
	"batch-edge": [
		fixed(
			batchGradients,
			{ en: "a single sample is its own mean", zh: "单个样本的平均就是它自己" },
			[net222, [[0.1, 0.2]], [[0.85, 0.3]], "half-squared"],
		),
		fixed(
			batchGradients,
			{
				en: "an output below 1e-12: it is clipped before the logarithm",
				zh: "输出小于 1e-12：取对数前要截断",
			},
			[
				[{ W: [[-40]], b: [0], act: "sigmoid" }],
				[[1], [0.01]],
				[[1], [1]],
				"cross-entropy",
			],
		),
		refuses(batchGradients, { en: "an empty batch", zh: "空批次" }, [
			net222,
			[],
			[],
			"half-squared",
		]),
	],
	pure: [
		pure(
			{
				en: "layers, data and labels are left as they were",
				zh: "各层、数据与标签保持不变",
			},
			outputDelta,
			backDelta,
			backprop,
			batchGradients,
		),
	],
});
