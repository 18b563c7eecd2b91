import { softmax as probabilities } from "../../reference/activations.ts";
import * as losses from "../../reference/losses.ts";
import type { Draw } from "../authoring/draw.ts";
import {
	cases,
	fixed,
	gradientCheck,
	property,
	pure,
	refuses,
	returnsValue,
} from "../authoring/index.ts";

const softmax = returnsValue(
	"softmax",
	["z"],
	"a_i = \\frac{e^{z_i}}{\\sum_j e^{z_j}}",
	(z: number[]) => probabilities(z),
);

/** The label `label` of `classes` as probabilities. */
const hot = (label: number, classes: number) =>
	Array.from({ length: classes }, (_, k) => (k === label ? 1 : 0));

const oneHot = returnsValue(
	"oneHot",
	["label", "classes"],
	"y_k = 1 \\text{ for } k = \\text{label}, \\text{ else } 0",
	hot,
);

const crossEntropy = returnsValue(
	"crossEntropy",
	["a", "y"],
	"L = -\\sum_i y_i \\ln a_i",
	(a: number[], y: number[]) => losses.crossEntropy(a, y),
);

const logitLoss = returnsValue(
	"logitLoss",
	["z", "y"],
	"L = -\\sum_i y_i \\ln \\mathrm{softmax}(z)_i",
	(z: number[], y: number[]) => losses.crossEntropy(probabilities(z), y),
);

const logitGradient = returnsValue(
	"logitGradient",
	["z", "y"],
	"\\frac{\\partial L}{\\partial z_i} = a_i - y_i",
	(z: number[], y: number[]) => losses.logitGradient(z, y),
);

const predict = returnsValue(
	"predict",
	["z"],
	"\\hat{k} = \\arg\\max_i z_i",
	(z: number[]) => z.indexOf(Math.max(...z)),
);

/** The truth about one sample: a label, or probabilities of several classes. */
function drawTruth(draw: Draw, classes: number): number[] {
	return draw.boolean()
		? hot(draw.integer(0, classes - 1), classes)
		: probabilities(draw.vector(classes, -3, 3));
}

function drawScores(draw: Draw, reach: number): [z: number[], y: number[]] {
	const classes = draw.integer(2, 10);
	return [draw.vector(classes, -reach, reach), drawTruth(draw, classes)];
}

export default cases({
	"softmax-visible": [
		fixed(softmax, { en: "Scores 1, 2, 3", zh: "得分 1、2、3" }, [[1, 2, 3]], {
			"[0]": "0.0900305731704",
			"[1]": "0.244728471055",
			"[2]": "0.665240955775",
		}),
		fixed(
			softmax,
			{
				en: "The same differences, from 11 on: nothing changes",
				zh: "差相同、从 11 开始：结果不变",
			},
			[[11, 12, 13]],
			{
				"[0]": "0.0900305731704",
				"[1]": "0.244728471055",
				"[2]": "0.665240955775",
			},
		),
	],
	"one-hot-visible": [
		fixed(
			oneHot,
			{ en: "The third of three classes", zh: "三类中的第三类" },
			[2, 3],
		),
		fixed(
			oneHot,
			{ en: "Digit 0 of the digits 0 and 1", zh: "数字 0 与 1 中的 0" },
			[0, 2],
		),
	],
	"cross-entropy-visible": [
		fixed(
			crossEntropy,
			{ en: "Truth 0 0 1, predicted 0.3", zh: "真值 0 0 1，预测 0.3" },
			[
				[0.2, 0.5, 0.3],
				[0, 0, 1],
			],
			{ "": "1.20397280433" },
		),
		fixed(
			crossEntropy,
			{ en: "Truth 0 0 1, predicted 0.7", zh: "真值 0 0 1，预测 0.7" },
			[
				[0.1, 0.2, 0.7],
				[0, 0, 1],
			],
			{ "": "0.356674943939" },
		),
	],
	"logits-visible": [
		fixed(
			logitLoss,
			{ en: "Scores 1, 2, 3, truth 0 0 1", zh: "得分 1、2、3，真值 0 0 1" },
			[
				[1, 2, 3],
				[0, 0, 1],
			],
			{ "": "0.407605964444" },
		),
		fixed(
			logitGradient,
			{ en: "Its gradient", zh: "它的梯度" },
			[
				[1, 2, 3],
				[0, 0, 1],
			],
			{
				"[0]": "0.0900305731704",
				"[1]": "0.244728471055",
				"[2]": "-0.334759044225",
			},
		),
	],
	"predict-visible": [
		fixed(predict, { en: "Scores 1, 2, 3", zh: "得分 1、2、3" }, [[1, 2, 3]]),
		fixed(predict, { en: "Scores 0.4, −2, 0.1", zh: "得分 0.4、−2、0.1" }, [
			[0.4, -2, 0.1],
		]),
	],
	"softmax-random": [
		property(
			softmax,
			{
				en: "2 to 10 scores in [−20, 20]",
				zh: "2 到 10 个得分 ∈ [−20, 20]",
			},
			16,
			(draw) => [draw.vector(draw.integer(2, 10), -20, 20)],
		),
	],
	"one-hot-random": [
		property(
			oneHot,
			{ en: "any label of 2 to 10 classes", zh: "2 到 10 类中的任意标签" },
			8,
			(draw) => {
				const classes = draw.integer(2, 10);
				return [draw.integer(0, classes - 1), classes];
			},
		),
	],
	"cross-entropy-random": [
		property(
			crossEntropy,
			{
				en: "any probabilities of 2 to 10 classes; the truth a label or probabilities too",
				zh: "2 到 10 类的任意概率；真值为标签或概率",
			},
			16,
			(draw) => {
				const [z, y] = drawScores(draw, 5);
				return [probabilities(z), y];
			},
		),
	],
	// Loss and gradient in one check: where the difference quotients disagree, either of the two may be to blame.
	"logits-random": [
		property(
			logitLoss,
			{
				en: "2 to 10 scores in [−10, 10]",
				zh: "2 到 10 个得分 ∈ [−10, 10]",
			},
			8,
			(draw) => drawScores(draw, 10),
		),
		property(
			logitGradient,
			{
				en: "2 to 10 scores in [−20, 20]",
				zh: "2 到 10 个得分 ∈ [−20, 20]",
			},
			12,
			(draw) => drawScores(draw, 20),
		),
		gradientCheck(
			logitGradient,
			{
				en: "the gradient belongs to your own loss",
				zh: "梯度与你自己的损失相符",
			},
			6,
			(draw) => [draw.vector(3, -4, 4), drawTruth(draw, 3)],
			{
				forward: logitLoss,
				entries: [0, 1, 2].map((moved) => ({
					path: [moved],
					of: [],
					forwardArgs: ([z, y], delta): [number[], number[]] => [
						z.map((score, k) => (k === moved ? score + delta : score)),
						y,
					],
				})),
			},
		),
	],
	"predict-random": [
		property(
			predict,
			{
				en: "2 to 10 scores in [−20, 20]",
				zh: "2 到 10 个得分 ∈ [−20, 20]",
			},
			12,
			(draw) => [draw.vector(draw.integer(2, 10), -20, 20)],
		),
	],
	"softmax-edge": [
		fixed(
			softmax,
			{ en: "scores near 1000", zh: "得分在 1000 附近" },
			[[1000, 1001, 1002]],
			{ "[2]": "0.665240955775" },
		),
		fixed(softmax, { en: "scores near −1000", zh: "得分在 −1000 附近" }, [
			[-1000, -1001],
		]),
		fixed(softmax, { en: "from −1000 to 1000", zh: "从 −1000 到 1000" }, [
			[-1000, 0, 1000],
		]),
		fixed(softmax, { en: "a single class", zh: "只有一类" }, [[-2.5]]),
		fixed(softmax, { en: "four equal scores", zh: "四个得分相等" }, [
			[3, 3, 3, 3],
		]),
	],
	"one-hot-edge": [
		fixed(oneHot, { en: "the only class", zh: "唯一的一类" }, [0, 1]),
		refuses(oneHot, { en: "label −1", zh: "标签 −1" }, [-1, 3]),
		refuses(
			oneHot,
			{ en: "label 3 of 3 classes", zh: "三类中的标签 3" },
			[3, 3],
		),
		refuses(oneHot, { en: "label 1.5", zh: "标签 1.5" }, [1.5, 3]),
	],
	"cross-entropy-edge": [
		fixed(
			crossEntropy,
			{
				en: "the true class has probability 0",
				zh: "真实类别的概率为 0",
			},
			[
				[0.4, 0.6, 0],
				[0, 0, 1],
			],
			{ "": "27.63102" },
		),
		fixed(
			crossEntropy,
			{ en: "another class has probability 0", zh: "别的类别概率为 0" },
			[
				[0, 0.25, 0.75],
				[0, 1, 0],
			],
		),
		fixed(crossEntropy, { en: "certain, and right", zh: "完全确定且正确" }, [
			[0, 1],
			[0, 1],
		]),
		fixed(
			crossEntropy,
			{ en: "the truth is a mixture", zh: "真值本身是混合的" },
			[
				[0.2, 0.5, 0.3],
				[0.5, 0.25, 0.25],
			],
		),
		refuses(crossEntropy, { en: "a class too few in a", zh: "a 少一类" }, [
			[0.2, 0.8],
			[0, 0, 1],
		]),
	],
	"logits-edge": [
		fixed(
			logitGradient,
			{ en: "scores near 1000", zh: "得分在 1000 附近" },
			[
				[1000, 1001, 1002],
				[0, 0, 1],
			],
			{ "[2]": "-0.334759044225" },
		),
		fixed(
			logitGradient,
			{
				en: "certain of the wrong class: the slope stays large",
				zh: "确信了错误的类别：斜率依然很大",
			},
			[
				[30, -30],
				[0, 1],
			],
		),
		fixed(logitLoss, { en: "equal scores", zh: "得分相等" }, [
			[2, 2, 2],
			[1, 0, 0],
		]),
		refuses(
			logitGradient,
			{ en: "fewer labels than scores", zh: "标签比得分少" },
			[
				[1, 2, 3],
				[0, 1],
			],
		),
		refuses(logitLoss, { en: "more labels than scores", zh: "标签比得分多" }, [
			[1, 2],
			[0, 1, 0],
		]),
	],
	"predict-edge": [
		fixed(
			predict,
			{ en: "the first of two equal scores", zh: "两个得分相等时取前一个" },
			[[2, 5, -1, 5]],
		),
		fixed(predict, { en: "all scores negative", zh: "得分全为负数" }, [
			[-7, -9, -3, -4],
		]),
		fixed(
			predict,
			{ en: "scores of which the powers overflow", zh: "指数会溢出的得分" },
			[[-1000, 0, 999, 1000]],
		),
	],
	pure: [
		pure(
			{
				en: "scores and labels are left as they were",
				zh: "得分与标签保持不变",
			},
			softmax,
			crossEntropy,
			logitLoss,
			logitGradient,
			predict,
		),
	],
});
