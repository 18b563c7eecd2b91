import * as losses from "../../reference/losses.ts";
import { sum, zipWith } from "../../reference/vector.ts";
import type { Draw } from "../authoring/draw.ts";
import {
	aFunction,
	cases,
	fixed,
	property,
	pure,
	refuses,
	returnsValue,
} from "../authoring/index.ts";

type Loss = (a: number, y: number) => number;

const totalOf = (loss: Loss, pred: number[], label: number[]) =>
	sum(zipWith(pred, label, loss));

const signedSum = returnsValue(
	"signedSum",
	["pred", "label"],
	"\\sum_i (a_i - y_i)",
	(pred: number[], label: number[]) => totalOf((a, y) => a - y, pred, label),
);
const absoluteSum = returnsValue(
	"absoluteSum",
	["pred", "label"],
	"\\sum_i |a_i - y_i|",
	(pred: number[], label: number[]) => totalOf(losses.absolute, pred, label),
);
const squaredSum = returnsValue(
	"squaredSum",
	["pred", "label"],
	"\\sum_i (a_i - y_i)^2",
	(pred: number[], label: number[]) => totalOf(losses.squared, pred, label),
);
const total = returnsValue(
	"total",
	["loss", "pred", "label"],
	"\\sum_i \\mathrm{loss}(a_i, y_i)",
	totalOf,
);
const linearAbsoluteLoss = returnsValue(
	"linearAbsoluteLoss",
	["w", "b", "xs", "ys"],
	"\\sum_i |w x_i + b - y_i|",
	(w: number, b: number, xs: number[], ys: number[]) =>
		totalOf(
			losses.absolute,
			xs.map((x) => w * x + b),
			ys,
		),
);
const sensitivity = returnsValue(
	"sensitivity",
	["loss", "predA", "predB", "label"],
	"\\frac{\\mathrm{total}(B)}{\\mathrm{total}(A)}",
	(loss: Loss, predA: number[], predB: number[], label: number[]) =>
		totalOf(loss, predB, label) / totalOf(loss, predA, label),
);

const signedError = aFunction("signedError");
const absoluteError = aFunction("absoluteError");
const squaredError = aFunction("squaredError");

const ones = [1, 1, 1];
const cancelling = [0, 2, 1];
const rowOne = [1, 2, 3];
const rowTwo = [1, 3, 3];

const titles = {
	rowOne: { en: "Table 3-1, first row", zh: "表 3-1 第一行" },
	rowTwo: { en: "Table 3-1, second row", zh: "表 3-1 第二行" },
	cancelling: {
		en: "One too small, one too large, one right",
		zh: "一个偏小、一个偏大、一个正确",
	},
	swapped: {
		en: "Predictions 1, 1, 1 against labels 1, 2, 3",
		zh: "预测 1、1、1，标签 1、2、3",
	},
	random: {
		en: "1 to 20 samples, all numbers in [−5, 5]",
		zh: "1 到 20 个样本，各数 ∈ [−5, 5]",
	},
	none: { en: "no samples: the sum is 0", zh: "没有样本：和为 0" },
	one: { en: "a single sample", zh: "只有一个样本" },
	tooFew: { en: "a label is missing", zh: "少一个标签" },
	tooMany: { en: "one label too many", zh: "多一个标签" },
};

const drawSamples = (draw: Draw): [number[], number[]] => {
	const count = draw.integer(1, 20);
	return [draw.vector(count, -5, 5), draw.vector(count, -5, 5)];
};

/** Two predictions of the same samples. The first total is far from 0, where a ratio would magnify rounding. */
const drawRatio = (draw: Draw) => {
	const [predA, label] = drawSamples(draw);
	const predB = draw.vector(label.length, -5, 5);
	const isFarFromZero = totalOf(losses.squared, predA, label) > 1;
	const loss = draw.pick([absoluteError, squaredError]);
	return isFarFromZero ? ([loss, predA, predB, label] as const) : null;
};

/** The same borders for the three sums of two lists. */
const borders = (fn: typeof signedSum) => [
	fixed(fn, titles.none, [[], []]),
	fixed(fn, titles.one, [[-1.5], [2]]),
	refuses(fn, titles.tooFew, [
		[1, 2, 3],
		[1, 2],
	]),
	refuses(fn, titles.tooMany, [[1], [1, 2]]),
];

export default cases({
	"signed-visible": [
		fixed(signedSum, titles.cancelling, [cancelling, ones], { "": "0" }),
		fixed(signedSum, titles.rowOne, [rowOne, ones], { "": "3" }),
		fixed(signedSum, titles.swapped, [ones, rowOne], { "": "-3" }),
	],
	"absolute-visible": [
		fixed(absoluteSum, titles.cancelling, [cancelling, ones], { "": "2" }),
		fixed(absoluteSum, titles.rowOne, [rowOne, ones], { "": "3" }),
		fixed(absoluteSum, titles.rowTwo, [rowTwo, ones], { "": "4" }),
		fixed(absoluteSum, titles.swapped, [ones, rowOne], { "": "3" }),
	],
	"squared-visible": [
		fixed(squaredSum, titles.cancelling, [cancelling, ones], { "": "2" }),
		fixed(squaredSum, titles.rowOne, [rowOne, ones], { "": "5" }),
		fixed(squaredSum, titles.rowTwo, [rowTwo, ones], { "": "8" }),
	],
	"total-visible": [
		fixed(total, titles.cancelling, [absoluteError, cancelling, ones], {
			"": "2",
		}),
		fixed(total, titles.rowTwo, [squaredError, rowTwo, ones], { "": "8" }),
		fixed(total, titles.swapped, [signedError, ones, rowOne], { "": "-3" }),
	],
	"linear-visible": [
		fixed(
			linearAbsoluteLoss,
			{ en: "y ≈ 2x + 1 at 0, 1, 2", zh: "y ≈ 2x + 1，x = 0、1、2" },
			[2, 1, [0, 1, 2], [1, 2, 7]],
			{ "": "3" },
		),
		fixed(
			linearAbsoluteLoss,
			{ en: "a falling line", zh: "下降的直线" },
			[-1, 2, [0, 1, 4], [1, 3, -2.5]],
			{ "": "3.5" },
		),
	],
	"sensitivity-visible": [
		fixed(
			sensitivity,
			{
				en: "Table 3-1, absolute: 3 to 4 (printed as 1.33)",
				zh: "表 3-1，绝对值：3 到 4（原书印作 1.33）",
			},
			[absoluteError, rowOne, rowTwo, ones],
			{ "": "1.33" },
		),
		fixed(
			sensitivity,
			{ en: "Table 3-1, squared: 5 to 8", zh: "表 3-1，平方：5 到 8" },
			[squaredError, rowOne, rowTwo, ones],
			{ "": "1.6" },
		),
	],
	"signed-random": [property(signedSum, titles.random, 12, drawSamples)],
	"absolute-random": [property(absoluteSum, titles.random, 12, drawSamples)],
	"squared-random": [property(squaredSum, titles.random, 12, drawSamples)],
	"total-random": [
		property(
			total,
			{
				en: "any of three losses, 1 to 20 samples in [−5, 5]",
				zh: "三种损失任取其一，1 到 20 个样本 ∈ [−5, 5]",
			},
			15,
			(draw) => [
				draw.pick([signedError, absoluteError, squaredError]),
				...drawSamples(draw),
			],
		),
	],
	"linear-random": [
		property(
			linearAbsoluteLoss,
			{
				en: "any w and b in [−3, 3], 1 to 20 samples in [−5, 5]",
				zh: "任意 w、b ∈ [−3, 3]，1 到 20 个样本 ∈ [−5, 5]",
			},
			12,
			(draw) => [draw.number(-3, 3), draw.number(-3, 3), ...drawSamples(draw)],
		),
	],
	"sensitivity-random": [
		property(
			sensitivity,
			{
				en: "absolute or squared errors, 1 to 20 samples in [−5, 5]",
				zh: "绝对值或平方误差，1 到 20 个样本 ∈ [−5, 5]",
			},
			12,
			drawRatio,
		),
	],
	"signed-edge": borders(signedSum),
	"absolute-edge": borders(absoluteSum),
	"squared-edge": borders(squaredSum),
	"total-edge": [
		fixed(total, titles.none, [squaredError, [], []]),
		fixed(total, titles.one, [signedError, [-1.5], [2]]),
		refuses(total, titles.tooFew, [squaredError, [1, 2, 3], [1, 2]]),
		refuses(total, titles.tooMany, [squaredError, [1], [1, 2]]),
	],
	"linear-edge": [
		fixed(linearAbsoluteLoss, titles.none, [2, 1, [], []]),
		fixed(linearAbsoluteLoss, titles.one, [-2, 0.5, [3], [4]]),
		fixed(
			linearAbsoluteLoss,
			{ en: "w = 0: only b is left", zh: "w = 0：只剩下 b" },
			[0, 2, [5, -5, 7], [1, 2, 4]],
		),
		refuses(linearAbsoluteLoss, titles.tooFew, [2, 1, [1, 2, 3], [1, 2]]),
		refuses(linearAbsoluteLoss, titles.tooMany, [2, 1, [1], [1, 2]]),
	],
	"sensitivity-edge": [
		fixed(
			sensitivity,
			{ en: "B is perfect: the ratio is 0", zh: "B 全对：比值为 0" },
			[squaredError, rowOne, ones, ones],
		),
		fixed(
			sensitivity,
			{ en: "a negative total is no obstacle", zh: "总和为负也照算" },
			[signedError, ones, cancelling, rowOne],
		),
		refuses(
			sensitivity,
			{ en: "A is perfect: nothing to divide by", zh: "A 全对：没有可除的数" },
			[squaredError, ones, rowOne, ones],
		),
		refuses(
			sensitivity,
			{ en: "the errors of A cancel", zh: "A 的误差正负抵消" },
			[signedError, cancelling, rowOne, ones],
		),
		refuses(sensitivity, { en: "B has too few samples", zh: "B 的样本太少" }, [
			absoluteError,
			rowOne,
			[1, 2],
			ones,
		]),
		refuses(sensitivity, { en: "A has too few samples", zh: "A 的样本太少" }, [
			absoluteError,
			[1, 2],
			rowOne,
			ones,
		]),
	],
	pure: [
		pure(
			{ en: "the lists are left as they were", zh: "传入的列表保持不变" },
			signedSum,
			absoluteSum,
			squaredSum,
			total,
			linearAbsoluteLoss,
			sensitivity,
		),
	],
});
