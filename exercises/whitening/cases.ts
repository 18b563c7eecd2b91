import { multiply } from "../../reference/matrix.ts";
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

const covariance = returnsValue(
	"covariance",
	["X"],
	"c_{jk} = \\frac{1}{m} \\sum_i (x_{ij} - \\mu_j)(x_{ik} - \\mu_k)",
	(X: Matrix) => preprocessing.covariance(X),
);

const eigenvalues = returnsValue(
	"eigenvalues",
	["C"],
	"\\lambda_{1,2} = \\frac{a + d}{2} \\pm \\sqrt{\\left(\\frac{a - d}{2}\\right)^2 + b^2}",
	(C: Matrix) => preprocessing.symmetricEigenvalues(C),
);

const whiteningMatrix = returnsValue(
	"whiteningMatrix",
	["C"],
	"W = C^{-1/2}",
	(C: Matrix) => preprocessing.whiteningMatrix(C),
);

/** Every row minus `mean`. */
const centred = (X: Matrix, mean: number[]) =>
	X.map((row) => row.map((value, k) => value - (mean[k] ?? Number.NaN)));

const whiten = returnsSteps(
	"whiten",
	["X"],
	(X: Matrix) => ({ X }),
	stepGraph<{ X: Matrix }>()
		.step(
			"mean",
			"\\mu = \\frac{1}{m} \\sum_i x_i",
			["X"],
			({ X }) => preprocessing.fitStandardizer(X).mean,
		)
		.step(
			"C",
			"C = \\frac{1}{m} \\sum_i (x_i - \\mu)(x_i - \\mu)^{\\mathsf{T}}",
			["X", "mean"],
			({ X, mean }) => {
				const rows = centred(X, mean);
				return mean.map((_, j) =>
					mean.map(
						(__, k) =>
							rows.reduce(
								(sum, row) => sum + (row[j] ?? 0) * (row[k] ?? 0),
								0,
							) / X.length,
					),
				);
			},
		)
		.step("W", "W = C^{-1/2}", ["C"], ({ C }) =>
			preprocessing.whiteningMatrix(C),
		)
		.step(
			"white",
			"x'_i = W (x_i - \\mu)",
			["X", "mean", "W"],
			({ X, mean, W }) => multiply(centred(X, mean), W),
		),
);

/** The six points of the worked example. */
const cloud: Matrix = [
	[2, 1],
	[3, 2.5],
	[1, 0.5],
	[4, 3],
	[0, -1],
	[2, 2],
];

/** Correlated points; the narrow direction keeps at least a thousandth of the wide one's variance. */
function drawCloud(draw: Draw): Matrix | null {
	const slope = draw.number(-2, 2);
	const [right, up] = [draw.number(-10, 10), draw.number(-10, 10)];
	const X = Array.from({ length: draw.integer(4, 30) }, () => {
		const x = draw.number(-4, 4);
		return [right + x, up + slope * x + draw.number(-1.5, 1.5)];
	});
	const [greater, lesser] = preprocessing.symmetricEigenvalues(
		preprocessing.covariance(X),
	);
	return lesser > 1e-3 * greater && lesser > 1e-3 ? X : null;
}

/** A covariance matrix: variances in [0.2, 6], correlation in [−0.95, 0.95]. */
function drawCovariance(draw: Draw): Matrix {
	const a = draw.number(0.2, 6);
	const d = draw.number(0.2, 6);
	const b = draw.number(-0.95, 0.95) * Math.sqrt(a * d);
	return [
		[a, b],
		[b, d],
	];
}

export default cases({
	"covariance-visible": [
		fixed(covariance, { en: "Six points", zh: "六个点" }, [cloud], {
			"[0][0]": "1.66666667",
			"[0][1]": "1.66666667",
			"[1][1]": "1.80555556",
		}),
	],
	"eigenvalues-visible": [
		fixed(
			eigenvalues,
			{ en: "Their two variances", zh: "它们的两个方差" },
			[preprocessing.covariance(cloud)],
			{ "[0]": "3.40422390965", "[1]": "0.0679983125744" },
		),
		fixed(
			eigenvalues,
			{ en: "Equal variances with correlation", zh: "方差相等但有相关" },
			[
				[
					[2, 1],
					[1, 2],
				],
			],
		),
	],
	"matrix-visible": [
		fixed(
			whiteningMatrix,
			{ en: "For the six points", zh: "六个点的白化矩阵" },
			[preprocessing.covariance(cloud)],
			{
				"[0][0]": "2.25697331072",
				"[0][1]": "-1.64501412599",
				"[1][0]": "-1.64501412599",
				"[1][1]": "2.11988880022",
			},
		),
		fixed(
			whiteningMatrix,
			{ en: "Variances 5, correlation to the left", zh: "方差为 5，负相关" },
			[
				[
					[5, -4],
					[-4, 5],
				],
			],
		),
	],
	"whiten-visible": [
		fixed(whiten, { en: "Six points", zh: "六个点" }, [cloud], {
			"mean[0]": "2",
			"mean[1]": "1.33333333333",
			"C[1][1]": "1.80555555556",
			"W[0][1]": "-1.64501412599",
			"white[0][0]": "0.548338041996",
			"white[0][1]": "-0.706629600073",
			"white[5][1]": "1.41325920015",
		}),
	],
	"covariance-random": [
		property(
			covariance,
			{
				en: "2 to 20 samples of 1 to 4 features",
				zh: "2 到 20 个样本、1 到 4 个特征",
			},
			12,
			(draw) => [draw.matrix(draw.integer(2, 20), draw.integer(1, 4), -5, 5)],
		),
	],
	"eigenvalues-random": [
		property(
			eigenvalues,
			{
				en: "variances in [0.2, 6], correlation in [−0.95, 0.95]",
				zh: "方差 ∈ [0.2, 6]，相关系数 ∈ [−0.95, 0.95]",
			},
			12,
			(draw) => [drawCovariance(draw)],
		),
	],
	"matrix-random": [
		property(
			whiteningMatrix,
			{
				en: "variances in [0.2, 6], correlation in [−0.95, 0.95]",
				zh: "方差 ∈ [0.2, 6]，相关系数 ∈ [−0.95, 0.95]",
			},
			16,
			(draw) => [drawCovariance(draw)],
		),
	],
	"whiten-random": [
		property(
			whiten,
			{ en: "4 to 30 correlated points", zh: "4 到 30 个相关的点" },
			16,
			(draw) => {
				const X = drawCloud(draw);
				return X && [X];
			},
		),
	],
	"covariance-edge": [
		fixed(
			covariance,
			{ en: "a single sample: all zeros", zh: "只有一个样本：全为 0" },
			[[[3, -4]]],
		),
		fixed(covariance, { en: "far from the origin", zh: "远离原点" }, [
			[
				[10001, -5003],
				[10002, -5001],
				[10006, -5002],
			],
		]),
		fixed(covariance, { en: "three features", zh: "三个特征" }, [
			[
				[1, 2, -1],
				[0, 1, 3],
				[2, -2, 0.5],
				[-1, 0, 0],
			],
		]),
		refuses(covariance, { en: "no samples", zh: "没有样本" }, [[]]),
	],
	"eigenvalues-edge": [
		fixed(
			eigenvalues,
			{
				en: "uncorrelated, the second variance greater",
				zh: "不相关，第二个方差更大",
			},
			[
				[
					[0.25, 0],
					[0, 4],
				],
			],
		),
		fixed(
			eigenvalues,
			{
				en: "points on a line: one of them is 0",
				zh: "点在一条直线上：其中一个为 0",
			},
			[
				[
					[1, 2],
					[2, 4],
				],
			],
		),
	],
	"matrix-edge": [
		fixed(whiteningMatrix, { en: "uncorrelated", zh: "不相关" }, [
			[
				[4, 0],
				[0, 0.25],
			],
		]),
		fixed(
			whiteningMatrix,
			{
				en: "uncorrelated, the second variance greater",
				zh: "不相关，第二个方差更大",
			},
			[
				[
					[0.25, 0],
					[0, 9],
				],
			],
		),
		fixed(
			whiteningMatrix,
			{
				en: "equal variances with correlation: axes at 45°",
				zh: "方差相等且相关：主轴在 45°",
			},
			[
				[
					[2, 1],
					[1, 2],
				],
			],
		),
		fixed(
			whiteningMatrix,
			{
				en: "small units: small variances are no lack of spread",
				zh: "单位很小：方差小不等于没有离散",
			},
			[
				[
					[4e-14, 1e-14],
					[1e-14, 3e-14],
				],
			],
		),
		refuses(
			whiteningMatrix,
			{ en: "no spread across a line", zh: "垂直于直线的方向没有离散" },
			[
				[
					[1, 2],
					[2, 4],
				],
			],
		),
		refuses(
			whiteningMatrix,
			{ en: "no spread in the first feature", zh: "第一个特征没有离散" },
			[
				[
					[0, 0],
					[0, 3],
				],
			],
		),
	],
	"whiten-edge": [
		fixed(whiten, { en: "already white", zh: "已经是白的" }, [
			[
				[4, -1],
				[4, -3],
				[2, -1],
				[2, -3],
			],
		]),
		fixed(whiten, { en: "negative correlation", zh: "负相关" }, [
			[
				[1, 5],
				[2, 3.5],
				[3, 3],
				[4, 0.5],
			],
		]),
		fixed(
			whiten,
			{ en: "uncorrelated, different variances", zh: "不相关但方差不同" },
			[
				[
					[3, 0],
					[-3, 0],
					[0, 0.5],
					[0, -0.5],
				],
			],
		),
		refuses(whiten, { en: "points on a line", zh: "点在一条直线上" }, [
			[
				[0.1, 0.3],
				[0.2, 0.6],
				[0.7, 2.1],
			],
		]),
		refuses(whiten, { en: "a single point", zh: "只有一个点" }, [[[1, 2]]]),
		refuses(whiten, { en: "no points", zh: "没有点" }, [[]]),
	],
	pure: [
		pure(
			{
				en: "data and matrices are left as they were",
				zh: "数据与矩阵保持不变",
			},
			covariance,
			eigenvalues,
			whiteningMatrix,
			whiten,
		),
	],
});
