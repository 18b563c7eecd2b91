import { layerForward as layer } from "../../reference/dense-network.ts";
import { multiply, multiplyVector } from "../../reference/matrix.ts";
import { add } from "../../reference/vector.ts";
import type { Draw } from "../authoring/draw.ts";
import {
	aFunction,
	cases,
	fixed,
	property,
	pure,
	refuses,
	returnsSteps,
	returnsValue,
	stepGraph,
} from "../authoring/index.ts";

type Matrix = number[][];
type Activation = (z: number) => number;

interface LayerInputs {
	X: Matrix;
	W: Matrix;
	b: number[];
	activation: Activation;
}

const layerForward = returnsSteps(
	"layerForward",
	["X", "W", "b", "activation"],
	// A call names its activation; inside the graph it is a live function.
	(X: Matrix, W: Matrix, b: number[], activation: unknown): LayerInputs => ({
		X,
		W,
		b,
		activation: activation as Activation,
	}),
	stepGraph<LayerInputs>()
		.step(
			"Z",
			"Z = X W^{\\mathsf{T}} + b",
			["X", "W", "b"],
			({ X, W, b }) => layer(X, W, b, (z) => z).Z,
		)
		.step("A", "A = a(Z)", ["Z", "activation"], ({ Z, activation }) =>
			Z.map((row) => row.map((z) => activation(z))),
		),
);

const weightName = returnsValue(
	"weightName",
	["layer", "to", "from"],
	"w^{l}_{ji}",
	(l: number, to: number, from: number) =>
		`w^${l}_${to}${to > 9 || from > 9 ? "," : ""}${from}`,
);

interface TwoLayers {
	W1: Matrix;
	b1: number[];
	W2: Matrix;
	b2: number[];
}

const collapse = returnsSteps(
	"collapse",
	["W1", "b1", "W2", "b2"],
	(W1: Matrix, b1: number[], W2: Matrix, b2: number[]): TwoLayers => ({
		W1,
		b1,
		W2,
		b2,
	}),
	stepGraph<TwoLayers>()
		.step("W", "W = W_2 W_1", ["W1", "W2"], ({ W1, W2 }) => multiply(W2, W1))
		.step("b", "b = W_2 b_1 + b_2", ["b1", "W2", "b2"], ({ b1, W2, b2 }) =>
			add(multiplyVector(W2, b1), b2),
		),
);

/** Two neurons with three inputs each. */
const twoNeurons: Matrix = [
	[0.1, 0.2, 0.3],
	[-0.3, 0.2, 0.4],
];

/** A square layer, in which rows and columns can be mistaken for each other. */
const hiddenLayer: Matrix = [
	[0.05, 0.15],
	[0.1, 0.2],
];

function drawLayer(
	draw: Draw,
): [X: Matrix, W: Matrix, b: number[], activation: unknown] {
	const samples = draw.integer(1, 6);
	const inputs = draw.integer(1, 6);
	const neurons = draw.integer(1, 6);
	return [
		draw.matrix(samples, inputs, -3, 3),
		draw.matrix(neurons, inputs, -2, 2),
		draw.vector(neurons, -2, 2),
		// None that leaves numbers as they are: with those, A would follow from any Z.
		aFunction(draw.pick(["sigmoid", "tanh", "cos"])),
	];
}

export default cases({
	"layer-forward-visible": [
		fixed(
			layerForward,
			{
				en: "One sample, three inputs, two neurons",
				zh: "一个样本、三个输入、两个神经元",
			},
			[[[1, 2, 3]], twoNeurons, [0.5, -0.5], aFunction("sigmoid")],
			{
				"Z[0][0]": "1.9",
				"Z[0][1]": "0.8",
				"A[0][0]": "0.869891525637",
				"A[0][1]": "0.689974481128",
			},
		),
		fixed(
			layerForward,
			{ en: "Two samples, tanh", zh: "两个样本，tanh" },
			[
				[
					[1, 2, 3],
					[0, -1, 1],
				],
				twoNeurons,
				[0.5, -0.5],
				aFunction("tanh"),
			],
			{
				"Z[1][0]": "0.6",
				"Z[1][1]": "-0.3",
				"A[0][0]": "0.956237458128",
				"A[0][1]": "0.664036770268",
				"A[1][0]": "0.537049566998",
				"A[1][1]": "-0.291312612452",
			},
		),
		fixed(
			layerForward,
			{
				en: "The hidden layer of the 2-2-2 network",
				zh: "2-2-2 网络的隐藏层",
			},
			[[[0.1, 0.2]], hiddenLayer, [0.35, 0.35], aFunction("sigmoid")],
			{
				"Z[0][0]": "0.385",
				"Z[0][1]": "0.4",
				"A[0][0]": "0.595078473866",
				"A[0][1]": "0.598687660112",
			},
		),
	],
	"weight-name-visible": [
		fixed(
			weightName,
			{
				en: "To neuron 3 of layer 2 from neuron 1",
				zh: "从神经元 1 到第 2 层的神经元 3",
			},
			[2, 3, 1],
		),
		fixed(
			weightName,
			{ en: "From input 12: a comma", zh: "来自输入 12：加逗号" },
			[2, 3, 12],
		),
	],
	"collapse-visible": [
		fixed(
			collapse,
			{
				en: "Two inputs, three neurons, one output",
				zh: "两个输入、三个神经元、一个输出",
			},
			[
				[
					[1, 2],
					[3, -1],
					[0.5, 0.5],
				],
				[0.1, 0.2, 0.3],
				[[1, -1, 2]],
				[0.5],
			],
			{ "W[0][0]": "-1", "W[0][1]": "4", "b[0]": "1" },
		),
		fixed(
			collapse,
			{
				en: "Two square layers: which stands on the left?",
				zh: "两个方阵：谁在左边？",
			},
			[
				[
					[1, 2],
					[0, 1],
				],
				[1, -2],
				[
					[0, 1],
					[3, 0],
				],
				[0.25, 0.5],
			],
		),
	],
	"layer-forward-random": [
		property(
			layerForward,
			{
				en: "1 to 6 samples, inputs and neurons, any of three activations",
				zh: "样本、输入与神经元各 1 到 6 个，三种激活函数之一",
			},
			20,
			drawLayer,
		),
	],
	"weight-name-random": [
		property(
			weightName,
			{ en: "layers 2 to 5, indices 1 to 15", zh: "层 2 到 5，下标 1 到 15" },
			12,
			(draw) => [draw.integer(2, 5), draw.integer(1, 15), draw.integer(1, 15)],
		),
	],
	"collapse-random": [
		property(
			collapse,
			{
				en: "1 to 5 inputs, hidden neurons and outputs",
				zh: "输入、隐藏神经元与输出各 1 到 5 个",
			},
			12,
			(draw) => {
				const inputs = draw.integer(1, 5);
				const hidden = draw.integer(1, 5);
				const outputs = draw.integer(1, 5);
				return [
					draw.matrix(hidden, inputs, -2, 2),
					draw.vector(hidden, -2, 2),
					draw.matrix(outputs, hidden, -2, 2),
					draw.vector(outputs, -2, 2),
				];
			},
		),
		property(collapse, { en: "square layers", zh: "方阵" }, 6, (draw) => {
			const size = draw.integer(2, 4);
			return [
				draw.matrix(size, size, -2, 2),
				draw.vector(size, -2, 2),
				draw.matrix(size, size, -2, 2),
				draw.vector(size, -2, 2),
			];
		}),
	],
	"layer-forward-edge": [
		fixed(
			layerForward,
			{
				en: "one sample, one input, one neuron",
				zh: "一个样本、一个输入、一个神经元",
			},
			[[[-3]], [[0.5]], [2], aFunction("relu")],
		),
		fixed(layerForward, { en: "no samples: no rows", zh: "没有样本：没有行" }, [
			[],
			twoNeurons,
			[0.5, -0.5],
			aFunction("sigmoid"),
		]),
		fixed(
			layerForward,
			{ en: "more samples than neurons", zh: "样本比神经元多" },
			[[[1], [-2], [3]], [[2]], [0.25], aFunction("identity")],
		),
		fixed(
			layerForward,
			{ en: "an activation of another kind", zh: "另一种激活函数" },
			[[[0.4, -0.7]], hiddenLayer, [0.1, 0.2], aFunction("cos")],
		),
		refuses(
			layerForward,
			{ en: "a sample with too few features", zh: "样本的特征太少" },
			[
				[
					[1, 2, 3],
					[1, 2],
				],
				twoNeurons,
				[0.5, -0.5],
				aFunction("sigmoid"),
			],
		),
		refuses(
			layerForward,
			{ en: "a sample with too many features", zh: "样本的特征太多" },
			[[[1, 2, 3, 4]], twoNeurons, [0.5, -0.5], aFunction("sigmoid")],
		),
		refuses(layerForward, { en: "too few biases", zh: "偏置太少" }, [
			[[1, 2, 3]],
			twoNeurons,
			[0.5],
			aFunction("sigmoid"),
		]),
		refuses(layerForward, { en: "too many biases", zh: "偏置太多" }, [
			[[1, 2, 3]],
			twoNeurons,
			[0.5, -0.5, 0],
			aFunction("sigmoid"),
		]),
	],
	"weight-name-edge": [
		fixed(weightName, { en: "nine and nine", zh: "九与九" }, [2, 9, 9]),
		fixed(weightName, { en: "ten and one", zh: "十与一" }, [3, 10, 1]),
		fixed(
			weightName,
			{ en: "eleven and eleven", zh: "十一与十一" },
			[4, 11, 11],
		),
		fixed(
			weightName,
			{ en: "layer 12: no comma for the layer", zh: "第 12 层：层号不加逗号" },
			[12, 1, 2],
		),
	],
	"collapse-edge": [
		fixed(collapse, { en: "single neurons", zh: "单个神经元" }, [
			[[2]],
			[3],
			[[-4]],
			[5],
		]),
		fixed(
			collapse,
			{
				en: "one input, one output, three neurons between",
				zh: "一个输入、一个输出，中间三个神经元",
			},
			[[[1], [2], [-3]], [0.5, 0, -0.5], [[2, 1, 1]], [0]],
		),
		refuses(
			collapse,
			{ en: "the second layer expects more inputs", zh: "第二层需要更多输入" },
			[hiddenLayer, [0.1, 0.2], twoNeurons, [0, 0]],
		),
		refuses(
			collapse,
			{ en: "too few biases in the first layer", zh: "第一层偏置太少" },
			[hiddenLayer, [0.1], hiddenLayer, [0, 0]],
		),
		refuses(
			collapse,
			{ en: "too many biases in the second layer", zh: "第二层偏置太多" },
			[hiddenLayer, [0.1, 0.2], hiddenLayer, [0, 0, 0]],
		),
	],
	pure: [
		pure(
			{
				en: "data, weights and biases are left as they were",
				zh: "数据、权重与偏置保持不变",
			},
			layerForward,
			collapse,
		),
	],
});
