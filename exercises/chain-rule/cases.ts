import { sigmoid } from "../../reference/activations.ts";
import { dot, scale, sum, type Vector } from "../../reference/vector.ts";
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

const product = (factors: Vector) =>
	factors.reduce((total, factor) => total * factor, 1);

const chain = returnsValue(
	"chain",
	["factors"],
	"\\frac{dy}{dx} = \\frac{dy}{du} \\cdot \\frac{du}{dv} \\cdots \\frac{dt}{dx}",
	product,
);

const chainPaths = returnsSteps(
	"chainPaths",
	["paths"],
	(paths: readonly Vector[]) => ({ paths }),
	stepGraph<{ paths: readonly Vector[] }>()
		.step("products", "p_k = \\prod_i f_{ki}", ["paths"], ({ paths }) =>
			paths.map(product),
		)
		.step("total", "\\sum_k p_k", ["products"], ({ products }) =>
			sum(products),
		),
);

const neuronDerivatives = returnsSteps(
	"neuronDerivatives",
	["w", "x", "b"],
	(w: Vector, x: Vector, b: number) => ({ w, x, b }),
	stepGraph<{ w: Vector; x: Vector; b: number }>()
		.step(
			"z",
			"z = \\sum_i w_i x_i + b",
			["w", "x", "b"],
			({ w, x, b }) => dot(w, x) + b,
		)
		.step("y", "y = \\sigma(z)", ["z"], ({ z }) => sigmoid(z))
		.step(
			"dyDz",
			"\\frac{dy}{dz} = \\sigma'(z) = y(1 - y)",
			["y"],
			({ y }) => y * (1 - y),
		)
		.step(
			"dyDw",
			"\\frac{\\partial y}{\\partial w_i} = \\frac{dy}{dz} \\cdot x_i",
			["dyDz", "x"],
			({ dyDz, x }) => scale(x, dyDz),
		)
		.step(
			"dyDx",
			"\\frac{\\partial y}{\\partial x_i} = \\frac{dy}{dz} \\cdot w_i",
			["dyDz", "w"],
			({ dyDz, w }) => scale(w, dyDz),
		)
		.step(
			"dyDb",
			"\\frac{\\partial y}{\\partial b} = \\frac{dy}{dz}",
			["dyDz"],
			({ dyDz }) => dyDz,
		),
);

/** A copy with entry i moved. */
const moved = (values: Vector, i: number, delta: number): number[] =>
	values.map((value, at) => (at === i ? value + delta : value));

const aNeuron = (draw: Draw, inputs: number): [number[], number[], number] => [
	draw.vector(inputs, -2, 2),
	draw.vector(inputs, -2, 2),
	draw.number(-2, 2),
];

export default cases({
	"chain-visible": [
		fixed(chain, { en: "two edges in a row", zh: "接连两条边" }, [[9, 3]], {
			"": "27",
		}),
		fixed(
			chain,
			{ en: "three edges, one of them negative", zh: "三条边，其中一条为负" },
			[[0.25, -4, 1.5]],
			{ "": "-1.5" },
		),
	],
	"chain-paths-visible": [
		fixed(
			chainPaths,
			{
				en: "b acts on z through x and through y",
				zh: "b 经过 x 与 y 影响 z",
			},
			[
				[
					[9, 3],
					[18, 2],
				],
			],
			{ "products[0]": "27", "products[1]": "36", total: "63" },
		),
		fixed(
			chainPaths,
			{
				en: "three paths of different length",
				zh: "三条长短不一的路",
			},
			[[[2, 0.5, -3], [4], [1.5, 2]]],
			{
				"products[0]": "-3",
				"products[1]": "4",
				"products[2]": "3",
				total: "4",
			},
		),
	],
	"neuron-derivatives-visible": [
		fixed(
			neuronDerivatives,
			{ en: "the neuron of the text", zh: "正文中的神经元" },
			[[0.1, 0.03, 0.06], [1, 1.8, 0.7], -0.2],
			{
				z: "-0.004",
				y: "0.499000001333",
				dyDz: "0.249999000003",
				"dyDw[0]": "0.249999000003",
				"dyDw[1]": "0.449998200005",
				"dyDw[2]": "0.174999300002",
				"dyDx[0]": "0.0249999000003",
				"dyDx[1]": "0.00749997000008",
				"dyDx[2]": "0.0149999400002",
				dyDb: "0.249999000003",
			},
		),
		fixed(
			neuronDerivatives,
			{
				en: "one input, far from the middle",
				zh: "一个输入，远离中点",
			},
			[[1.5], [2], -1],
			{ z: "2", y: "0.880797077978", dyDz: "0.104993585404" },
		),
	],
	"chain-random": [
		property(
			chain,
			{ en: "1 to 4 factors in [−5, 5]", zh: "1 到 4 个因子 ∈ [−5, 5]" },
			12,
			(draw) => [draw.vector(draw.integer(1, 4), -5, 5)],
		),
	],
	"chain-paths-random": [
		property(
			chainPaths,
			{
				en: "1 to 5 paths of 1 to 4 factors in [−5, 5]",
				zh: "1 到 5 条路，每条 1 到 4 个因子 ∈ [−5, 5]",
			},
			16,
			(draw) => [
				Array.from({ length: draw.integer(1, 5) }, () =>
					draw.vector(draw.integer(1, 4), -5, 5),
				),
			],
		),
	],
	"neuron-derivatives-random": [
		property(
			neuronDerivatives,
			{
				en: "1 to 6 inputs, all numbers in [−2, 2]",
				zh: "1 到 6 个输入，各数 ∈ [−2, 2]",
			},
			16,
			(draw) => aNeuron(draw, draw.integer(1, 6)),
		),
		gradientCheck(
			neuronDerivatives,
			{
				en: "the derivatives belong to your own y",
				zh: "导数与你自己的 y 相符",
			},
			8,
			(draw) => aNeuron(draw, 2),
			{
				forward: neuronDerivatives,
				entries: [
					...[0, 1].map((i) => ({
						path: ["dyDw", i],
						of: ["y"],
						forwardArgs: (
							[w, x, b]: [Vector, Vector, number],
							delta: number,
						): [Vector, Vector, number] => [moved(w, i, delta), x, b],
					})),
					...[0, 1].map((i) => ({
						path: ["dyDx", i],
						of: ["y"],
						forwardArgs: (
							[w, x, b]: [Vector, Vector, number],
							delta: number,
						): [Vector, Vector, number] => [w, moved(x, i, delta), b],
					})),
					{
						path: ["dyDb"],
						of: ["y"],
						forwardArgs: ([w, x, b], delta) => [w, x, b + delta],
					},
				],
			},
		),
	],
	"chain-edge": [
		fixed(chain, { en: "no edge at all: dx/dx", zh: "一条边也没有：dx/dx" }, [
			[],
		]),
		fixed(
			chain,
			{ en: "a factor 0 blocks the path", zh: "有一个因子为 0，路就断了" },
			[[3, 0, -2.5]],
		),
		fixed(chain, { en: "a single edge", zh: "只有一条边" }, [[-0.75]]),
	],
	"chain-paths-edge": [
		fixed(chainPaths, { en: "no path: no influence", zh: "没有路：毫无影响" }, [
			[],
		]),
		fixed(
			chainPaths,
			{ en: "an empty path among others", zh: "其中有一条空的路" },
			[[[], [2, 3]]],
		),
		fixed(
			chainPaths,
			{ en: "one path blocked, the other open", zh: "一条路断了，另一条通" },
			[
				[
					[0, 5],
					[4, 0.5],
				],
			],
		),
		fixed(chainPaths, { en: "two paths that cancel", zh: "两条路恰好抵消" }, [
			[
				[2, 3],
				[-1.5, 4],
			],
		]),
	],
	"neuron-derivatives-edge": [
		fixed(
			neuronDerivatives,
			{
				en: "saturated above: nothing moves y",
				zh: "正向饱和：怎么动 y 都不变",
			},
			[[20, 10], [1.5, 1], 0],
		),
		fixed(neuronDerivatives, { en: "saturated below", zh: "负向饱和" }, [
			[-20, 10],
			[1.5, -1],
			0,
		]),
		fixed(
			neuronDerivatives,
			{ en: "z = 0, where the slope is greatest", zh: "z = 0：斜率最大" },
			[[1, -2], [2, 1.5], 1],
		),
		fixed(
			neuronDerivatives,
			{ en: "no inputs: only the bias", zh: "没有输入：只有偏置" },
			[[], [], 0.5],
		),
		refuses(
			neuronDerivatives,
			{ en: "more weights than inputs", zh: "权重比输入多" },
			[[1, 2, 3], [1, 2], 0],
		),
		refuses(
			neuronDerivatives,
			{ en: "more inputs than weights", zh: "输入比权重多" },
			[[1, 2], [1, 2, 3], 0],
		),
	],
	pure: [
		pure(
			{
				en: "factors, weights and inputs are left as they were",
				zh: "各因子、权重与输入保持不变",
			},
			chain,
			chainPaths,
			neuronDerivatives,
		),
	],
});
