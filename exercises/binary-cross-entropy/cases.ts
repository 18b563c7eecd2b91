import { sigmoid } from "../../reference/activations.ts";
import * as losses from "../../reference/losses.ts";
import { sum, zipWith } from "../../reference/vector.ts";
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

const bce = returnsValue(
	"bce",
	["a", "y"],
	"L = -[\\, y \\ln a + (1 - y) \\ln (1 - a) \\,]",
	losses.binaryCrossEntropy,
);
const bceMean = returnsValue(
	"bceMean",
	["as", "ys"],
	"J = \\frac{1}{m} \\sum_{i=1}^{m} L(a_i, y_i)",
	(as: number[], ys: number[]) =>
		sum(zipWith(as, ys, losses.binaryCrossEntropy)) / as.length,
);
const bceSlope = returnsValue(
	"bceSlope",
	["a", "y"],
	"\\frac{\\partial L}{\\partial a} = \\frac{a - y}{a (1 - a)}",
	losses.binaryCrossEntropySlope,
);
const bceSlopeZ = returnsValue(
	"bceSlopeZ",
	["a", "y"],
	"\\frac{\\partial L}{\\partial z} = a - y",
	losses.binaryCrossEntropySlopeZ,
);
const better = returnsValue(
	"better",
	["predictions", "y"],
	"\\arg\\min_i L(a_i, y)",
	(predictions: number[], y: number) => {
		const all = predictions.map((a) => losses.binaryCrossEntropy(a, y));
		return all.indexOf(Math.min(...all));
	},
);

/**
 * At the clip 1 − (1 − 1e-12) is not 1e-12 in doubles but larger by 2e-5 of it; clipping a, or a and 1 − a each for itself,
 * are both right.
 */
const atTheClip = { tolerance: { absolute: 1e-4, relative: 1e-4 } };

const titles = {
	first: { en: "Attendance, first prediction", zh: "出勤，第一次预测" },
	second: { en: "Attendance, second prediction", zh: "出勤，第二次预测" },
	nearZero: { en: "y = 0, and a near it", zh: "y = 0，a 在它附近" },
	farOff: { en: "y = 0, and a far from it", zh: "y = 0，a 离它很远" },
	veryFarOff: { en: "y = 0, and a nearly 1", zh: "y = 0，a 几乎是 1" },
	zeroButOne: { en: "a = 0, yet y = 1", zh: "a = 0，而 y = 1" },
	oneButZero: { en: "a = 1, yet y = 0", zh: "a = 1，而 y = 0" },
	oneAndOne: { en: "a = 1 and y = 1", zh: "a = 1 且 y = 1" },
	zeroAndZero: { en: "a = 0 and y = 0", zh: "a = 0 且 y = 0" },
};

const drawSample = (draw: Draw): [number, number] => [
	draw.number(0.001, 0.999),
	draw.pick([0, 1]),
];

/** Away from 0 and 1, where the loss bends too much for a difference quotient. */
const drawMiddle = (draw: Draw): [number, number] => [
	draw.number(0.02, 0.98),
	draw.pick([0, 1]),
];

const logit = (a: number) => Math.log(a / (1 - a));

export default cases({
	"bce-visible": [
		fixed(bce, titles.first, [0.6, 1], { "": "0.510825623766" }),
		fixed(bce, titles.second, [0.7, 1], { "": "0.356674943939" }),
		fixed(bce, titles.nearZero, [0.1, 0], { "": "0.105360515658" }),
		fixed(bce, titles.farOff, [0.9, 0], { "": "2.30258509299" }),
		fixed(bce, titles.veryFarOff, [0.999, 0], { "": "6.90775527898" }),
	],
	"mean-visible": [
		fixed(
			bceMean,
			{ en: "Both predictions of attendance", zh: "出勤的两次预测" },
			[
				[0.6, 0.7],
				[1, 1],
			],
			{ "": "0.433750283852" },
		),
		fixed(
			bceMean,
			{ en: "Four samples of both classes", zh: "两类共四个样本" },
			[
				[0.9, 0.1, 0.8, 0.3],
				[1, 0, 1, 0],
			],
			{ "": "0.197634881642" },
		),
	],
	"slope-visible": [
		fixed(bceSlope, titles.first, [0.6, 1], { "": "-1.66666666667" }),
		fixed(bceSlope, titles.second, [0.7, 1], { "": "-1.42857142857" }),
		fixed(bceSlope, titles.nearZero, [0.1, 0], { "": "1.11111111111" }),
		fixed(bceSlope, titles.farOff, [0.9, 0], { "": "10" }),
	],
	"slope-z-visible": [
		fixed(bceSlopeZ, titles.first, [0.6, 1], { "": "-0.4" }),
		fixed(bceSlopeZ, titles.nearZero, [0.1, 0], { "": "0.1" }),
		fixed(bceSlopeZ, titles.veryFarOff, [0.999, 0], { "": "0.999" }),
	],
	"better-visible": [
		fixed(
			better,
			{ en: "Attendance: the second one", zh: "出勤：第二次更好" },
			[[0.6, 0.7], 1],
			{ "": "1" },
		),
		fixed(
			better,
			{ en: "Four predictions for y = 0", zh: "y = 0 的四个预测" },
			[[0.8, 0.35, 0.6, 0.3], 0],
			{ "": "3" },
		),
		fixed(
			better,
			{ en: "Three predictions for y = 1", zh: "y = 1 的三个预测" },
			[[0.5, 0.2, 0.9], 1],
			{ "": "2" },
		),
	],
	"bce-random": [
		property(
			bce,
			{ en: "any a in [0.001, 0.999]", zh: "任意 a ∈ [0.001, 0.999]" },
			16,
			drawSample,
		),
	],
	"mean-random": [
		property(
			bceMean,
			{
				en: "1 to 20 samples, a in [0.001, 0.999]",
				zh: "1 到 20 个样本，a ∈ [0.001, 0.999]",
			},
			12,
			(draw) => {
				const samples = Array.from({ length: draw.integer(1, 20) }, () =>
					drawSample(draw),
				);
				return [samples.map(([a]) => a), samples.map(([, y]) => y)];
			},
		),
	],
	"slope-random": [
		property(
			bceSlope,
			{ en: "any a in [0.001, 0.999]", zh: "任意 a ∈ [0.001, 0.999]" },
			12,
			drawSample,
		),
	],
	"slope-z-random": [
		property(
			bceSlopeZ,
			{ en: "any a in [0.001, 0.999]", zh: "任意 a ∈ [0.001, 0.999]" },
			12,
			drawSample,
		),
	],
	// The loss stands in the same check: when a slope does not belong to it, either of the two may be the wrong one.
	belongs: [
		property(
			bce,
			{ en: "any a in [0.02, 0.98]", zh: "任意 a ∈ [0.02, 0.98]" },
			6,
			drawMiddle,
		),
		gradientCheck(
			bceSlope,
			{
				en: "the slope by a belongs to your own loss",
				zh: "对 a 的斜率与你自己的损失相符",
			},
			6,
			drawMiddle,
			{
				forward: bce,
				entries: [
					{ path: [], of: [], forwardArgs: ([a, y], delta) => [a + delta, y] },
				],
			},
		),
		gradientCheck(
			bceSlopeZ,
			{
				en: "the slope by z belongs to your own loss behind a sigmoid",
				zh: "对 z 的斜率与 Sigmoid 之后你自己的损失相符",
			},
			6,
			drawMiddle,
			{
				forward: bce,
				entries: [
					{
						path: [],
						of: [],
						forwardArgs: ([a, y], delta) => [sigmoid(logit(a) + delta), y],
					},
				],
			},
		),
	],
	"better-random": [
		property(
			better,
			{
				en: "3 to 7 predictions in [0.01, 0.99]",
				zh: "3 到 7 个预测 ∈ [0.01, 0.99]",
			},
			12,
			(draw) => [
				draw.vector(draw.integer(3, 7), 0.01, 0.99),
				draw.pick([0, 1]),
			],
		),
	],
	"bce-edge": [
		fixed(bce, titles.zeroButOne, [0, 1], {}, atTheClip),
		fixed(bce, titles.oneButZero, [1, 0], {}, atTheClip),
		fixed(bce, titles.oneAndOne, [1, 1]),
		fixed(bce, titles.zeroAndZero, [0, 0]),
		fixed(
			bce,
			{ en: "below the clip", zh: "低于截断界" },
			[1e-15, 1],
			{},
			atTheClip,
		),
		fixed(
			bce,
			{ en: "a small a above the clip", zh: "略高于截断界的小概率" },
			[1e-9, 1],
		),
		fixed(bce, { en: "undecided", zh: "一半对一半" }, [0.5, 0]),
	],
	"mean-edge": [
		fixed(bceMean, { en: "one sample", zh: "一个样本" }, [[0.2], [1]]),
		fixed(
			bceMean,
			{ en: "one sample is clipped", zh: "其中一个样本被截断" },
			[
				[0.8, 1, 0.4],
				[1, 0, 0],
			],
			{},
			atTheClip,
		),
		fixed(
			bceMean,
			{ en: "two samples are exactly right", zh: "其中两个样本完全正确" },
			[
				[1, 0, 0.6],
				[1, 0, 1],
			],
		),
		refuses(bceMean, { en: "no samples", zh: "没有样本" }, [[], []]),
		refuses(bceMean, { en: "a label is missing", zh: "少一个标签" }, [
			[0.5, 0.5],
			[1],
		]),
		refuses(bceMean, { en: "one label too many", zh: "多一个标签" }, [
			[0.5],
			[1, 0],
		]),
	],
	"slope-edge": [
		fixed(bceSlope, titles.zeroButOne, [0, 1], {}, atTheClip),
		fixed(bceSlope, titles.oneButZero, [1, 0], {}, atTheClip),
		fixed(bceSlope, titles.oneAndOne, [1, 1], {}, atTheClip),
		fixed(bceSlope, titles.zeroAndZero, [0, 0], {}, atTheClip),
	],
	"slope-z-edge": [
		fixed(bceSlopeZ, titles.zeroButOne, [0, 1]),
		fixed(bceSlopeZ, titles.oneButZero, [1, 0]),
		fixed(bceSlopeZ, titles.oneAndOne, [1, 1]),
		fixed(bceSlopeZ, { en: "undecided", zh: "一半对一半" }, [0.5, 0]),
	],
	"better-edge": [
		fixed(better, { en: "a tie: the first of them", zh: "并列：取最前面的" }, [
			[0.2, 0.7, 0.7, 0.4],
			1,
		]),
		fixed(better, { en: "a tie for y = 0", zh: "y = 0 时并列" }, [
			[0.6, 0.9, 0.3, 0.3],
			0,
		]),
		fixed(better, { en: "no choice", zh: "别无选择" }, [[0.01], 1]),
		refuses(better, { en: "no predictions", zh: "没有预测" }, [[], 1]),
	],
	pure: [
		pure(
			{ en: "the lists are left as they were", zh: "传入的列表保持不变" },
			bceMean,
			better,
		),
	],
});
