import * as preprocessing from "../../reference/preprocessing.ts";
import type { Draw } from "../authoring/draw.ts";
import {
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
type Standardizer = preprocessing.Standardizer;
type MinMax = preprocessing.MinMax;

const fitStandardizer = returnsSteps(
	"fitStandardizer",
	["X"],
	(X: Matrix) => ({ X }),
	stepGraph<{ X: Matrix }>()
		.step(
			"mean",
			"\\mu_k = \\frac{1}{m} \\sum_i x_{ik}",
			["X"],
			({ X }) => preprocessing.fitStandardizer(X).mean,
		)
		.step(
			"std",
			"\\sigma_k = \\sqrt{\\frac{1}{m} \\sum_i (x_{ik} - \\mu_k)^2}",
			["X", "mean"],
			({ X, mean }) =>
				mean.map((centre, k) => {
					const squares = X.map((row) => ((row[k] ?? 0) - centre) ** 2);
					return Math.sqrt(squares.reduce((a, b) => a + b, 0) / X.length);
				}),
		),
);

const applyStandardizer = returnsValue(
	"applyStandardizer",
	["s", "X"],
	"x'_{ik} = \\frac{x_{ik} - \\mu_k}{\\sigma_k}",
	(s: Standardizer, X: Matrix) => preprocessing.applyStandardizer(s, X),
);

const fitMinMax = returnsSteps(
	"fitMinMax",
	["X"],
	(X: Matrix) => ({ X }),
	stepGraph<{ X: Matrix }>()
		.step(
			"min",
			"\\min_k = \\min_i x_{ik}",
			["X"],
			({ X }) => preprocessing.fitMinMax(X).min,
		)
		.step(
			"max",
			"\\max_k = \\max_i x_{ik}",
			["X"],
			({ X }) => preprocessing.fitMinMax(X).max,
		),
);

const applyMinMax = returnsValue(
	"applyMinMax",
	["s", "X"],
	"x'_{ik} = \\frac{x_{ik} - \\min_k}{\\max_k - \\min_k}",
	(s: MinMax, X: Matrix) => preprocessing.applyMinMax(s, X),
);

/** Sex, height in cm and weight in kg of four people. */
const people: Matrix = [
	[1, 180, 70],
	[0, 160, 50],
	[1, 175, 80],
	[0, 165, 60],
];
/** Two people who come later. */
const newcomers: Matrix = [
	[0, 190, 65],
	[1, 150, 95],
];
/** A large mean and a small spread: what one pass over the squares cannot see. */
const farOut: Matrix = [
	[1e8 + 3, -2],
	[1e8, 2],
	[1e8 + 1, 5],
	[1e8 + 2, -7],
];
const withConstant: Matrix = [
	[1, 5],
	[2, 5],
	[3, 5],
];

/** Samples whose features have different magnitudes, from thousandths to ten thousands. */
function drawSamples(draw: Draw): Matrix | null {
	const samples = draw.integer(2, 20);
	const scales = Array.from({ length: draw.integer(1, 5) }, () =>
		draw.pick([1e-3, 1, 100, 1e4]),
	);
	const X = Array.from({ length: samples }, () =>
		scales.map((scale) => scale * draw.number(-1, 3)),
	);
	const { min, max } = preprocessing.fitMinMax(X);
	const isNarrow = scales.some(
		(scale, k) => (max[k] ?? 0) - (min[k] ?? 0) < 0.05 * scale,
	);
	return isNarrow ? null : X;
}

/** Numbers of one data set, and another one to apply them to. */
function drawTwo(draw: Draw): [training: Matrix, later: Matrix] | null {
	const training = drawSamples(draw);
	if (!training) return null;
	const { min, max } = preprocessing.fitMinMax(training);
	const later = Array.from({ length: draw.integer(1, 6) }, () =>
		min.map((least, k) => {
			const width = (max[k] ?? 0) - least;
			return least + width * draw.number(-0.5, 1.5);
		}),
	);
	return [training, later];
}

export default cases({
	"fit-standardizer-visible": [
		fixed(fitStandardizer, { en: "Four people", zh: "四个人" }, [people], {
			"mean[0]": "0.5",
			"mean[1]": "170",
			"mean[2]": "65",
			"std[0]": "0.5",
			"std[1]": "7.90569415042",
			"std[2]": "11.1803398875",
		}),
	],
	"apply-standardizer-visible": [
		fixed(
			applyStandardizer,
			{ en: "The same four people", zh: "还是这四个人" },
			[preprocessing.fitStandardizer(people), people],
			{ "[0][1]": "1.26491106407", "[1][2]": "-1.3416407865" },
		),
		fixed(
			applyStandardizer,
			{
				en: "Two newcomers, with the numbers of the four",
				zh: "两个新来的人，沿用那四个人的数",
			},
			[preprocessing.fitStandardizer(people), newcomers],
			{ "[0][1]": "2.52982212813" },
		),
	],
	"fit-min-max-visible": [
		fixed(fitMinMax, { en: "Four people", zh: "四个人" }, [people], {
			"min[1]": "160",
			"max[1]": "180",
		}),
	],
	"apply-min-max-visible": [
		fixed(
			applyMinMax,
			{ en: "The same four people", zh: "还是这四个人" },
			[preprocessing.fitMinMax(people), people],
			{ "[1][1]": "0", "[2][1]": "0.75" },
		),
		fixed(
			applyMinMax,
			{
				en: "Two newcomers: outside [0, 1]",
				zh: "两个新来的人：超出 [0, 1]",
			},
			[preprocessing.fitMinMax(people), newcomers],
			{ "[0][1]": "1.5", "[1][1]": "-0.5" },
		),
	],
	"fit-standardizer-random": [
		property(
			fitStandardizer,
			{
				en: "2 to 20 samples, 1 to 5 features of different magnitudes",
				zh: "2 到 20 个样本、1 到 5 个数量级不同的特征",
			},
			12,
			(draw) => {
				const X = drawSamples(draw);
				return X && [X];
			},
		),
	],
	"apply-standardizer-random": [
		property(
			applyStandardizer,
			{
				en: "new samples with the numbers of the training data",
				zh: "新样本，沿用训练数据的数",
			},
			12,
			(draw) => {
				const two = drawTwo(draw);
				return two && [preprocessing.fitStandardizer(two[0]), two[1]];
			},
		),
	],
	"fit-min-max-random": [
		property(
			fitMinMax,
			{
				en: "2 to 20 samples, 1 to 5 features of different magnitudes",
				zh: "2 到 20 个样本、1 到 5 个数量级不同的特征",
			},
			12,
			(draw) => {
				const X = drawSamples(draw);
				return X && [X];
			},
		),
	],
	"apply-min-max-random": [
		property(
			applyMinMax,
			{
				en: "new samples with the numbers of the training data",
				zh: "新样本，沿用训练数据的数",
			},
			12,
			(draw) => {
				const two = drawTwo(draw);
				return two && [preprocessing.fitMinMax(two[0]), two[1]];
			},
		),
	],
	"fit-standardizer-edge": [
		fixed(
			fitStandardizer,
			{ en: "a single sample: no spread", zh: "只有一个样本：没有离散" },
			[[[3, -4]]],
		),
		fixed(
			fitStandardizer,
			{ en: "a constant column", zh: "取值不变的一列" },
			[withConstant],
			{ "std[0]": "0.816496580928", "std[1]": "0" },
		),
		fixed(
			fitStandardizer,
			{
				en: "values near 100,000,000 with a small spread",
				zh: "数值在一亿附近、离散很小",
			},
			[farOut],
			{ "std[0]": "1.11803398875" },
			{ tolerance: { absolute: 0, relative: 1e-6 } },
		),
		refuses(fitStandardizer, { en: "no samples", zh: "没有样本" }, [[]]),
	],
	"apply-standardizer-edge": [
		fixed(
			applyStandardizer,
			{ en: "a constant column becomes 0", zh: "取值不变的一列变为 0" },
			[preprocessing.fitStandardizer(withConstant), withConstant],
		),
		fixed(
			applyStandardizer,
			{
				en: "a new value in a column that never changed",
				zh: "原本不变的一列出现了新值",
			},
			[preprocessing.fitStandardizer(withConstant), [[4, 7]]],
		),
		fixed(applyStandardizer, { en: "one newcomer alone", zh: "只来一个人" }, [
			preprocessing.fitStandardizer(people),
			[[1, 172, 68]],
		]),
		refuses(
			applyStandardizer,
			{ en: "another number of features", zh: "特征数目不同" },
			[preprocessing.fitStandardizer(people), [[180, 70]]],
		),
	],
	"fit-min-max-edge": [
		fixed(fitMinMax, { en: "a single sample", zh: "只有一个样本" }, [
			[[3, -4]],
		]),
		fixed(fitMinMax, { en: "all values negative", zh: "全为负数" }, [
			[
				[-3, -0.5],
				[-7, -0.25],
			],
		]),
		refuses(fitMinMax, { en: "no samples", zh: "没有样本" }, [[]]),
	],
	"apply-min-max-edge": [
		fixed(
			applyMinMax,
			{ en: "a constant column becomes 0", zh: "取值不变的一列变为 0" },
			[preprocessing.fitMinMax(withConstant), withConstant],
		),
		fixed(
			applyMinMax,
			{
				en: "a new value in a column that never changed",
				zh: "原本不变的一列出现了新值",
			},
			[preprocessing.fitMinMax(withConstant), [[4, 7]]],
		),
		fixed(applyMinMax, { en: "one newcomer alone", zh: "只来一个人" }, [
			preprocessing.fitMinMax(people),
			[[1, 172, 68]],
		]),
		refuses(
			applyMinMax,
			{ en: "another number of features", zh: "特征数目不同" },
			[preprocessing.fitMinMax(people), [[1, 180, 70, 30]]],
		),
	],
	pure: [
		pure(
			{
				en: "data and fitted numbers are left as they were",
				zh: "数据与已求出的数保持不变",
			},
			fitStandardizer,
			applyStandardizer,
			fitMinMax,
			applyMinMax,
		),
	],
});
