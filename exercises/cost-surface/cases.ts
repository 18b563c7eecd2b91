import * as line from "../../reference/line-fit.ts";
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

const cost = returnsValue(
	"cost",
	["xs", "ys", "w", "b"],
	"J = \\frac{1}{2m} \\sum_i (w x_i + b - y_i)^2",
	(xs: number[], ys: number[], w: number, b: number) =>
		line.lineCost(xs, ys, { w, b }),
);

const costGrid = returnsValue(
	"costGrid",
	["xs", "ys", "ws", "bs"],
	"\\mathrm{grid}_{r,c} = J(w_c, b_r)",
	(xs: number[], ys: number[], ws: number[], bs: number[]) =>
		line.costGrid(xs, ys, ws, bs),
);

const levelGroups = returnsValue(
	"levelGroups",
	["grid", "tol"],
	"|u - v| \\le \\mathrm{tol} \\cdot \\max(u, v)",
	(grid: number[][], tol: number) => line.levelGroups(grid, tol),
);

const shape = returnsSteps(
	"shape",
	["xs"],
	(xs: number[]) => ({ xs }),
	stepGraph<{ xs: number[] }>()
		.inner("xMean", "\\bar x = \\frac{1}{m} \\sum_i x_i", ["xs"], ({ xs }) =>
			mean(xs),
		)
		.inner(
			"squareMean",
			"\\overline{x^2} = \\frac{1}{m} \\sum_i x_i^2",
			["xs"],
			({ xs }) => mean(xs.map((x) => x * x)),
		)
		.step(
			"hessian",
			"H = \\begin{pmatrix} \\overline{x^2} & \\bar x \\\\ \\bar x & 1 \\end{pmatrix}",
			["squareMean", "xMean"],
			({ squareMean, xMean }) => [
				[squareMean, xMean],
				[xMean, 1],
			],
		)
		.step(
			"axisRatio",
			"\\sqrt{\\lambda_{\\max} / \\lambda_{\\min}}",
			["hessian", "xs"],
			({ hessian, xs }) =>
				isConstant(xs) ? Number.POSITIVE_INFINITY : axisRatioOf(hessian),
		),
);

const circleX = returnsValue(
	"circleX",
	["xs"],
	"x_i \\to \\frac{x_i - \\bar x}{\\sigma}",
	(xs: number[]) => line.circleX(xs),
);

function mean(values: number[]): number {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}

const isConstant = (xs: number[]) => xs.every((x) => x === xs[0]);

/** Of a symmetric 2 × 2 matrix; the smaller eigenvalue comes from the determinant, so that no digits cancel twice. */
function axisRatioOf(hessian: number[][]): number {
	const [[a = Number.NaN, c = Number.NaN] = [], [, d = Number.NaN] = []] =
		hessian;
	const greater = (a + d + Math.hypot(a - d, 2 * c)) / 2;
	return greater / Math.sqrt(a * d - c * c);
}

const tenths = Array.from({ length: 11 }, (_, i) => i / 10);
const threeXPlus1 = tenths.map((x) => 3 * x + 1);
const xPlus1 = tenths.map((x) => x + 1);
/** A grid as one meets it: equal losses lie round the least one. */
const rings = [
	[4, 1, 4.01],
	[1.005, 0, 1],
	[3.99, 1, 4],
];

interface Drawing {
	integer: (min: number, max: number) => number;
	number: (min: number, max: number) => number;
	vector: (length: number, min: number, max: number) => number[];
	pick: <Choice>(choices: readonly Choice[]) => Choice;
}

function drawPoints(draw: Drawing): [number[], number[]] {
	const xs = draw.vector(draw.integer(1, 12), -2, 2);
	return [xs, xs.map(() => draw.number(-3, 3))];
}

/** Null when the x lie so close together, or in such a circle, that rounding would count. */
function drawSpread(draw: Drawing, most: number): number[] | null {
	const xs = draw.vector(draw.integer(2, most), -3, 3);
	const centre = mean(xs);
	if (mean(xs.map((x) => (x - centre) ** 2)) < 0.03) return null;
	return line.costShape(xs).axisRatio < 1.05 ? null : xs;
}

/** Rings of loss that are far apart, each a little blurred: less than a third of the tolerance. */
function drawGrid(draw: Drawing): [number[][], number] {
	const tol = draw.pick([0, 0.01, 0.02, 0.05]);
	const columns = draw.integer(1, 6);
	const rows = Array.from({ length: draw.integer(1, 6) }, () =>
		Array.from({ length: columns }, () => {
			const ring = draw.pick([0, 0.125, 0.5, 1, 3, 8, 40]);
			return ring * (1 + tol * draw.number(-0.3, 0.3));
		}),
	);
	return [rows, tol];
}

export default cases({
	"cost-visible": [
		fixed(
			cost,
			{ en: "first guess y = 3x for 3x + 1", zh: "对 3x + 1 先猜 y = 3x" },
			[tenths, threeXPlus1, 3, 0],
			{ "": "0.5" },
		),
		fixed(
			cost,
			{ en: "a slope of 2 for 3x + 1", zh: "对 3x + 1 取斜率 2" },
			[tenths, threeXPlus1, 2, 1],
			{ "": "0.175" },
		),
		fixed(
			cost,
			{
				en: "w and b off by −1 and −½, for 3x + 1",
				zh: "对 3x + 1，w、b 分别偏 −1 与 −½",
			},
			[tenths, threeXPlus1, 2, 0.5],
			{ "": "0.55" },
		),
		fixed(
			cost,
			{
				en: "off by as much, for x + 1: the same",
				zh: "对 x + 1 偏得一样多：代价也一样",
			},
			[tenths, xPlus1, 0, 0.5],
			{ "": "0.55" },
		),
	],
	"cost-grid-visible": [
		fixed(
			costGrid,
			{ en: "five b and two w for 3x + 1", zh: "3x + 1：五个 b，两个 w" },
			[tenths, threeXPlus1, [3, 2], [0, 0.5, 1, 1.5, 2]],
			{
				"[0][0]": "0.5",
				"[1][0]": "0.125",
				"[2][0]": "0",
				"[3][0]": "0.125",
				"[4][0]": "0.5",
				"[2][1]": "0.175",
			},
		),
		fixed(
			costGrid,
			{ en: "one b and four w for 3x + 1", zh: "3x + 1：一个 b，四个 w" },
			[tenths, threeXPlus1, [2, 2.5, 3.5, 4], [1]],
			{ "[0][0]": "0.175", "[0][1]": "0.04375", "[0][3]": "0.175" },
		),
	],
	"level-groups-visible": [
		fixed(
			levelGroups,
			{ en: "three rings on a 3 × 3 grid", zh: "3 × 3 网格上的三圈" },
			[rings, 0.02],
		),
		fixed(
			levelGroups,
			{
				en: "the same grid, nothing but equal losses",
				zh: "同一网格，只收相等的代价",
			},
			[rings, 0],
		),
	],
	"shape-visible": [
		fixed(
			shape,
			{
				en: "x = 0, 0.1, …, 1, under whatever line (the lecture makes it depend on the line)",
				zh: "x = 0、0.1、…、1，与直线无关（课上说与直线有关）",
			},
			[tenths],
			{
				"hessian[0][0]": "0.35",
				"hessian[0][1]": "0.5",
				"hessian[1][1]": "1",
				axisRatio: "4.02033963718",
			},
		),
		fixed(
			shape,
			{ en: "x = −1 and 1: a circle", zh: "x = −1 与 1：圆" },
			[[-1, 1]],
			{ axisRatio: "1" },
		),
		fixed(
			shape,
			{
				en: "the same, centred: upright, still no circle",
				zh: "同样的点，中心化之后：摆正了，仍不是圆",
			},
			[tenths.map((x) => x - 0.5)],
			{ axisRatio: "3.16227766017" },
		),
	],
	"circle-x-visible": [
		fixed(
			circleX,
			{ en: "x = 0, 0.1, …, 1", zh: "x = 0、0.1、…、1" },
			[tenths],
			{ "[0]": "-1.58113883008", "[5]": "0", "[10]": "1.58113883008" },
		),
		fixed(circleX, { en: "x = 2, 4, 9", zh: "x = 2、4、9" }, [[2, 4, 9]], {
			"[0]": "-1.01904933073",
		}),
	],
	"cost-random": [
		property(
			cost,
			{ en: "1 to 12 points, any line", zh: "1 至 12 个点，任意直线" },
			12,
			(draw) => [...drawPoints(draw), draw.number(-3, 3), draw.number(-3, 3)],
		),
	],
	"cost-grid-random": [
		property(
			costGrid,
			{
				en: "1 to 12 points, up to 4 values of w and of b",
				zh: "1 至 12 个点，w、b 各至多 4 个值",
			},
			10,
			(draw) => [
				...drawPoints(draw),
				draw.vector(draw.integer(1, 4), -3, 3),
				draw.vector(draw.integer(1, 4), -3, 3),
			],
		),
	],
	"level-groups-random": [
		property(
			levelGroups,
			{
				en: "up to 6 × 6 cells in rings that are far apart",
				zh: "至多 6 × 6 格，各圈相距很远",
			},
			12,
			(draw) => drawGrid(draw),
		),
	],
	"shape-random": [
		property(
			shape,
			{ en: "2 to 12 values of x in [−3, 3]", zh: "2 至 12 个 x ∈ [−3, 3]" },
			12,
			(draw) => {
				const xs = drawSpread(draw, 12);
				return xs && [xs];
			},
		),
	],
	"circle-x-random": [
		property(
			circleX,
			{ en: "2 to 12 values of x in [−3, 3]", zh: "2 至 12 个 x ∈ [−3, 3]" },
			10,
			(draw) => {
				const xs = drawSpread(draw, 12);
				return xs && [xs];
			},
		),
	],
	"cost-edge": [
		fixed(cost, { en: "one point", zh: "只有一个点" }, [[2], [5], 1, 1]),
		refuses(cost, { en: "no points", zh: "没有点" }, [[], [], 1, 1]),
		refuses(cost, { en: "one y too few", zh: "缺少一个 y" }, [
			[1, 2],
			[1],
			1,
			1,
		]),
		refuses(cost, { en: "one y too many", zh: "多出一个 y" }, [
			[1],
			[1, 2],
			1,
			1,
		]),
		fixed(costGrid, { en: "a single cell", zh: "只有一格" }, [
			[1, 2],
			[4, 7],
			[3],
			[1],
		]),
		refuses(costGrid, { en: "no points", zh: "没有点" }, [[], [], [1], [1]]),
	],
	"level-groups-edge": [
		fixed(levelGroups, { en: "a single cell", zh: "只有一格" }, [[[7]], 0.02]),
		fixed(levelGroups, { en: "no cells", zh: "一格也没有" }, [[], 0.02]),
		fixed(
			levelGroups,
			{
				en: "cells of loss 0, also with tol 0",
				zh: "代价为 0 的格，tol 也为 0",
			},
			[
				[
					[0, 1],
					[0, 0],
					[1, 2],
				],
				0,
			],
		),
		fixed(
			levelGroups,
			{
				en: "near the cell that opened the group, not near a neighbour",
				zh: "与开组的那一格相近，而不是与邻格相近",
			},
			[[[1, 1.015, 1.03]], 0.02],
		),
		fixed(
			levelGroups,
			{ en: "the greater of the two losses counts", zh: "以两者中较大的为准" },
			[[[1, 1.0202, 0.9802]], 0.02],
		),
		fixed(
			levelGroups,
			{
				en: "a difference equal to the bound is near",
				zh: "差恰好等于界限也算相近",
			},
			[[[4, 2, 3, 1.5]], 0.5],
		),
		fixed(
			levelGroups,
			{ en: "large losses with large differences", zh: "代价大，差也大" },
			[[[5000, 5050, 100, 101.5]], 0.02],
		),
	],
	"shape-edge": [
		fixed(
			shape,
			{ en: "one x: a valley without end", zh: "只有一个 x：无尽的谷" },
			[[3]],
		),
		fixed(
			shape,
			{
				en: "all x are 0.7, where the determinant is only nearly 0",
				zh: "所有 x 都是 0.7，行列式只是近似为 0",
			},
			[Array.from({ length: 6 }, () => 0.7)],
		),
		fixed(shape, { en: "one x at 0", zh: "只有一个 x，等于 0" }, [[0]]),
		fixed(shape, { en: "x far out: steep in w", zh: "x 很大：w 方向很陡" }, [
			[-20, 30, 10],
		]),
		refuses(shape, { en: "no x", zh: "没有 x" }, [[]]),
	],
	"circle-x-edge": [
		fixed(circleX, { en: "two x", zh: "两个 x" }, [[3, 7]]),
		fixed(
			circleX,
			{ en: "repeated and unsorted x", zh: "有重复、未排序的 x" },
			[[5, 1, 5, 1, 5]],
		),
		refuses(circleX, { en: "no x", zh: "没有 x" }, [[]]),
		refuses(circleX, { en: "one x", zh: "只有一个 x" }, [[3]]),
		refuses(
			circleX,
			{
				en: "all x are 0.1, whose deviation is only nearly 0",
				zh: "所有 x 都是 0.1，标准差只是近似为 0",
			},
			[Array.from({ length: 6 }, () => 0.1)],
		),
	],
	pure: [
		pure(
			{ en: "lists and grids are left as they were", zh: "列表与网格保持不变" },
			cost,
			costGrid,
			levelGroups,
			shape,
			circleX,
		),
	],
});
