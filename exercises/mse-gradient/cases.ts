import * as losses from "../../reference/losses.ts";
import { dot, scale } from "../../reference/vector.ts";
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

const mse = returnsValue(
	"mse",
	["pred", "label"],
	"J = \\frac{1}{2m} \\sum_{i=1}^{m} (z_i - y_i)^2",
	(pred: number[], label: number[]) => losses.mse(pred, label),
);
const mseGradient = returnsValue(
	"mseGradient",
	["pred", "label"],
	"\\frac{\\partial J}{\\partial z_i} = \\frac{z_i - y_i}{m}",
	(pred: number[], label: number[]) => losses.mseGradient(pred, label),
);
const networkError = returnsValue(
	"networkError",
	["out", "target"],
	"E = \\frac{1}{2} \\sum_k (t_k - \\mathrm{out}_k)^2",
	(out: number[], target: number[]) => losses.networkError(out, target),
);
const objective = returnsSteps(
	"objective",
	["cost", "weights", "lambda"],
	(cost: number, weights: number[], lambda: number) => ({
		cost,
		weights,
		lambda,
	}),
	stepGraph<{ cost: number; weights: number[]; lambda: number }>()
		.inner(
			"penalty",
			"R = \\frac{\\lambda}{2} \\sum_k w_k^2",
			["weights", "lambda"],
			({ weights, lambda }) => (lambda / 2) * dot(weights, weights),
		)
		.step(
			"value",
			"J + R",
			["cost", "penalty"],
			({ cost, penalty }) => cost + penalty,
		)
		.step(
			"extraGradient",
			"\\frac{\\partial R}{\\partial w_k} = \\lambda w_k",
			["weights", "lambda"],
			({ weights, lambda }) => scale(weights, lambda),
		),
);

const ones = [1, 1, 1];
const mixed: [number[], number[]] = [
	[2.5, 0, 2, 8],
	[3, -0.5, 2, 7],
];

const titles = {
	rowOne: { en: "Table 3-1, first row", zh: "表 3-1 第一行" },
	rowTwo: { en: "Table 3-1, second row", zh: "表 3-1 第二行" },
	mixed: { en: "Four samples", zh: "四个样本" },
	random: {
		en: "1 to 30 samples, all numbers in [−5, 5]",
		zh: "1 到 30 个样本，各数 ∈ [−5, 5]",
	},
	one: { en: "one sample", zh: "一个样本" },
	perfect: { en: "a perfect prediction", zh: "预测全对" },
	empty: { en: "an empty batch", zh: "空的批量" },
	tooFew: { en: "a label is missing", zh: "少一个标签" },
	tooMany: { en: "one label too many", zh: "多一个标签" },
};

const drawBatch = (draw: Draw): [number[], number[]] => {
	const m = draw.integer(1, 30);
	return [draw.vector(m, -5, 5), draw.vector(m, -5, 5)];
};

const drawFour = (draw: Draw): [number[], number[]] => [
	draw.vector(4, -5, 5),
	draw.vector(4, -5, 5),
];

/** `vector` with `delta` added to entry `index`. */
const moved = (vector: number[], index: number, delta: number) =>
	vector.map((entry, i) => (i === index ? entry + delta : entry));

export default cases({
	"mse-visible": [
		fixed(mse, titles.rowOne, [[1, 2, 3], ones], { "": "0.833333333333" }),
		fixed(mse, titles.rowTwo, [[1, 3, 3], ones], { "": "1.33333333333" }),
		fixed(mse, titles.mixed, mixed, { "": "0.1875" }),
	],
	"gradient-visible": [
		fixed(mseGradient, titles.rowOne, [[1, 2, 3], ones], {
			"[0]": "0",
			"[1]": "0.333333333333",
			"[2]": "0.666666666667",
		}),
		fixed(mseGradient, titles.rowTwo, [[1, 3, 3], ones], {
			"[0]": "0",
			"[1]": "0.666666666667",
			"[2]": "0.666666666667",
		}),
		fixed(mseGradient, titles.mixed, mixed, {
			"[0]": "-0.125",
			"[1]": "0.125",
			"[2]": "0",
			"[3]": "0.25",
		}),
	],
	"network-visible": [
		fixed(
			networkError,
			{ en: "The outputs of the 2-2-2 network", zh: "2-2-2 网络的两个输出" },
			[
				[0.702307507, 0.714634132],
				[0.85, 0.3],
			],
			{ "": "0.096867268" },
		),
		fixed(
			networkError,
			{
				en: "Three outputs, where ½ and 1/n differ",
				zh: "三个输出，½ 与 1/n 不再相同",
			},
			[
				[0.2, 0.5, 0.9],
				[0, 1, 1],
			],
			{ "": "0.15" },
		),
	],
	"objective-visible": [
		fixed(
			objective,
			{ en: "Four weights, λ = 0.1", zh: "四个权重，λ = 0.1" },
			[0.25, [0.25, 0.35, 0.3, 0.4], 0.1],
			{
				value: "0.27175",
				"extraGradient[0]": "0.025",
				"extraGradient[1]": "0.035",
				"extraGradient[2]": "0.03",
				"extraGradient[3]": "0.04",
			},
		),
		fixed(
			objective,
			{ en: "A negative weight, λ = 0.5", zh: "含负的权重，λ = 0.5" },
			[1.5, [-2, 1], 0.5],
			{ value: "2.75", "extraGradient[0]": "-1", "extraGradient[1]": "0.5" },
		),
	],
	"mse-random": [property(mse, titles.random, 16, drawBatch)],
	"gradient-random": [property(mseGradient, titles.random, 16, drawBatch)],
	// J stands in the same check: when the two do not belong together, either of them may be the wrong one.
	belongs: [
		property(
			mse,
			{ en: "four samples in [−5, 5]", zh: "四个样本 ∈ [−5, 5]" },
			8,
			drawFour,
		),
		gradientCheck(
			mseGradient,
			{ en: "the gradient belongs to your own J", zh: "梯度与你自己的 J 相符" },
			8,
			drawFour,
			{
				forward: mse,
				entries: [0, 1, 2, 3].map((index) => ({
					path: [index],
					of: [],
					forwardArgs: ([pred, label], delta) => [
						moved(pred, index, delta),
						label,
					],
				})),
			},
		),
	],
	"network-random": [
		property(
			networkError,
			{
				en: "1 to 10 outputs and targets in [0, 1]",
				zh: "1 到 10 个输出与目标 ∈ [0, 1]",
			},
			12,
			(draw) => {
				const count = draw.integer(1, 10);
				return [draw.vector(count, 0, 1), draw.vector(count, 0, 1)];
			},
		),
	],
	"objective-random": [
		property(
			objective,
			{
				en: "any cost in [0, 5], 1 to 12 weights in [−3, 3], λ in [0.01, 2]",
				zh: "任意代价 ∈ [0, 5]，1 到 12 个权重 ∈ [−3, 3]，λ ∈ [0.01, 2]",
			},
			12,
			(draw) => [
				draw.number(0, 5),
				draw.vector(draw.integer(1, 12), -3, 3),
				draw.number(0.01, 2),
			],
		),
		gradientCheck(
			objective,
			{
				en: "the extra gradient belongs to your own value",
				zh: "附加梯度与你自己的目标值相符",
			},
			4,
			(draw) => [
				draw.number(0, 5),
				draw.vector(3, -3, 3),
				draw.number(0.01, 2),
			],
			{
				forward: objective,
				entries: [0, 1, 2].map((index) => ({
					path: ["extraGradient", index],
					of: ["value"],
					forwardArgs: ([cost, weights, lambda], delta) => [
						cost,
						moved(weights, index, delta),
						lambda,
					],
				})),
			},
		),
	],
	"mse-edge": [
		fixed(mse, titles.one, [[0.8], [-0.4]]),
		fixed(mse, titles.perfect, [
			[2, -1, 0.5],
			[2, -1, 0.5],
		]),
		refuses(mse, titles.empty, [[], []]),
		refuses(mse, titles.tooFew, [
			[1, 2, 3],
			[1, 2],
		]),
		refuses(mse, titles.tooMany, [[1], [1, 2]]),
	],
	"gradient-edge": [
		fixed(mseGradient, titles.one, [[0.8], [-0.4]]),
		fixed(mseGradient, titles.perfect, [
			[2, -1, 0.5],
			[2, -1, 0.5],
		]),
		refuses(mseGradient, titles.empty, [[], []]),
		refuses(mseGradient, titles.tooFew, [
			[1, 2, 3],
			[1, 2],
		]),
		refuses(mseGradient, titles.tooMany, [[1], [1, 2]]),
	],
	"network-edge": [
		fixed(networkError, { en: "one output", zh: "一个输出" }, [[0.9], [0.2]]),
		fixed(
			networkError,
			{ en: "no outputs: the sum is 0", zh: "没有输出：和为 0" },
			[[], []],
		),
		refuses(networkError, { en: "a target is missing", zh: "少一个目标" }, [
			[0.1, 0.2],
			[0.1],
		]),
		refuses(networkError, { en: "one target too many", zh: "多一个目标" }, [
			[0.1],
			[0.1, 0.2],
		]),
	],
	"objective-edge": [
		fixed(objective, { en: "λ = 0: the cost alone", zh: "λ = 0：只剩代价" }, [
			0.7,
			[1.5, -2],
			0,
		]),
		fixed(
			objective,
			{ en: "no weights: the cost alone", zh: "没有权重：只剩代价" },
			[0.7, [], 0.5],
		),
		fixed(objective, { en: "a cost of 0", zh: "代价为 0" }, [
			0,
			[3, -0.2],
			0.4,
		]),
	],
	pure: [
		pure(
			{
				en: "the lists are left as they were, and results share nothing with them",
				zh: "传入的列表保持不变，结果也不与它们共用数组",
			},
			mse,
			mseGradient,
			networkError,
			objective,
		),
	],
});
