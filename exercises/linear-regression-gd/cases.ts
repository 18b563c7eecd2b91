import * as line from "../../reference/line-fit.ts";
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

interface Points {
	xs: number[];
	ys: number[];
}

const cost = returnsValue(
	"cost",
	["xs", "ys", "w", "b"],
	"J = \\frac{1}{2m} \\sum_i (w x_i + b - y_i)^2",
	(xs: number[], ys: number[], w: number, b: number) =>
		line.lineCost(xs, ys, { w, b }),
);

const gradients = returnsSteps(
	"gradients",
	["xs", "ys", "w", "b"],
	(xs: number[], ys: number[], w: number, b: number) => ({ xs, ys, w, b }),
	stepGraph<Points & line.Line>()
		.inner(
			"errors",
			"e_i = w x_i + b - y_i",
			["xs", "ys", "w", "b"],
			({ xs, ys, w, b }) => xs.map((x, i) => w * x + b - (ys[i] ?? Number.NaN)),
		)
		.step(
			"dw",
			"\\frac{\\partial J}{\\partial w} = \\frac{1}{m} \\sum_i e_i x_i",
			["errors", "xs"],
			({ errors, xs }) => mean(errors.map((e, i) => e * (xs[i] ?? Number.NaN))),
		)
		.step(
			"db",
			"\\frac{\\partial J}{\\partial b} = \\frac{1}{m} \\sum_i e_i",
			["errors"],
			({ errors }) => mean(errors),
		),
);

interface Options extends line.Line {
	eta: number;
	maxSteps: number;
	tol: number;
}

type Run = ReturnType<typeof line.descendLine>;
let last: { inputs: Points & { o: Options }; run: Run } | null = null;

/** All steps of `fitGD` come from one run; it is made once for them. */
function runOf({ xs, ys, o }: Points & { o: Options }): Run {
	const known = last;
	if (known?.inputs.xs === xs && known.inputs.ys === ys && known.inputs.o === o)
		return known.run;
	const run = line.descendLine(xs, ys, o, o.eta, o.maxSteps, o.tol);
	last = { inputs: { xs, ys, o }, run };
	return run;
}

const fitGD = returnsSteps(
	"fitGD",
	["xs", "ys", "o"],
	(xs: number[], ys: number[], o: Options) => ({ xs, ys, o }),
	stepGraph<Points & { o: Options }>()
		.step(
			"w",
			"w \\leftarrow w - \\eta \\, \\frac{\\partial J}{\\partial w}",
			["xs", "ys", "o"],
			(inputs) => runOf(inputs).w,
		)
		.step(
			"b",
			"b \\leftarrow b - \\eta \\, \\frac{\\partial J}{\\partial b}",
			["xs", "ys", "o"],
			(inputs) => runOf(inputs).b,
		)
		.step(
			"costs",
			"\\mathrm{costs}_n = J(w^{(n)}, b^{(n)})",
			["xs", "ys", "o"],
			(inputs) => runOf(inputs).costs,
		)
		.step(
			"steps",
			"\\mathrm{steps} = n",
			["xs", "ys", "o"],
			(inputs) => runOf(inputs).steps,
		)
		.step(
			"status",
			"J \\nleq 10^6 (1 + J_0), \\quad \\max(|\\partial_w J|, |\\partial_b J|) < \\mathrm{tol}, \\quad n = \\mathrm{maxSteps}",
			["xs", "ys", "o"],
			(inputs) => runOf(inputs).status,
		),
);

const largestStableRate = returnsValue(
	"largestStableRate",
	["xs"],
	"\\eta_{\\max} = \\frac{2}{\\lambda_{\\max}}",
	(xs: number[]) => line.largestStableRate(xs),
);

function mean(values: number[]): number {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}

const serverXs = [0.05, 0.12, 0.2, 0.28, 0.35, 0.47, 0.55, 0.66, 0.78, 0.92];
const serverYs = [3.04, 3.31, 3.35, 3.62, 3.64, 3.99, 4.05, 4.38, 4.51, 4.87];
const tenths = Array.from({ length: 11 }, (_, i) => i / 10);
const fromZero = (eta: number, maxSteps: number, tol: number): Options => ({
	w: 0,
	b: 0,
	eta,
	maxSteps,
	tol,
});

interface Drawing {
	integer: (min: number, max: number) => number;
	number: (min: number, max: number) => number;
	vector: (length: number, min: number, max: number) => number[];
}

function drawPoints(draw: Drawing, least: number, most: number): Points {
	const xs = draw.vector(draw.integer(least, most), -2, 2);
	const w = draw.number(-2, 2);
	const b = draw.number(-2, 2);
	return { xs, ys: xs.map((x) => w * x + b + draw.number(-1, 1)) };
}

/** Rounding alone could decide within 1 % of a border: of the tolerance, or of the cost that counts as diverged. */
function isUndecided({ slopes, costs }: Run, tol: number): boolean {
	const limit = 1e6 * (1 + (costs[0] ?? 0));
	const isNear = (value: number, border: number) =>
		Math.abs(value / border - 1) < 0.01;
	return (
		slopes.some((slope) => isNear(slope, tol)) ||
		costs.some((value) => isNear(value, limit))
	);
}

/** A descent whose rate is `share` of the largest stable one. */
function drawRun(
	draw: Drawing,
	share: number,
	maxSteps: number,
	tol: number,
): [number[], number[], Options] | null {
	const { xs, ys } = drawPoints(draw, 2, 12);
	const [, smaller] = line.costShape(xs).eigenvalues;
	if (smaller < 0.02) return null;
	const o = {
		w: draw.number(-2, 2),
		b: draw.number(-2, 2),
		eta: share * line.largestStableRate(xs),
		maxSteps,
		tol,
	};
	const run = line.descendLine(xs, ys, o, o.eta, maxSteps, tol);
	return isUndecided(run, tol) ? null : [xs, ys, o];
}

const anyLine = {
	en: "1 to 12 points, x in [−2, 2], any line",
	zh: "1 至 12 个点，x ∈ [−2, 2]，任意直线",
};

function drawLine(draw: Drawing): [number[], number[], number, number] {
	const { xs, ys } = drawPoints(draw, 1, 12);
	return [xs, ys, draw.number(-3, 3), draw.number(-3, 3)];
}

export default cases({
	"cost-visible": [
		fixed(
			cost,
			{ en: "The server room, w = b = 0", zh: "服务器机房，w = b = 0" },
			[serverXs, serverYs, 0, 0],
			{ "": "7.66691" },
		),
		fixed(
			cost,
			{ en: "The server room, near the bottom", zh: "服务器机房，接近碗底" },
			[serverXs, serverYs, 2.02044718254, 2.99104413405],
			{ "": "0.00149425566945" },
		),
	],
	"gradients-visible": [
		fixed(
			gradients,
			{ en: "The server room, w = b = 0", zh: "服务器机房，w = b = 0" },
			[serverXs, serverYs, 0, 0],
			{ dw: "-1.84986", db: "-3.876" },
		),
		fixed(
			gradients,
			{ en: "The server room after one step", zh: "服务器机房，一步之后" },
			[serverXs, serverYs, 0.92493, 1.938],
			{ dw: "-0.7539117012", db: "-1.53288066" },
		),
	],
	"fit-gd-visible": [
		fixed(
			fitGD,
			{ en: "One step at η = 0.5", zh: "η = 0.5，走一步" },
			[serverXs, serverYs, fromZero(0.5, 1, 1e-6)],
			{ w: "0.92493", b: "1.938", "costs[1]": "1.22155136066", steps: "1" },
		),
		fixed(
			fitGD,
			{ en: "100 steps at η = 0.5", zh: "η = 0.5，走 100 步" },
			[serverXs, serverYs, fromZero(0.5, 100, 1e-6)],
			{ "costs[100]": "0.00151161758972", steps: "100" },
		),
		fixed(
			fitGD,
			{ en: "η = 1.5 arrives after 106 steps", zh: "η = 1.5，106 步到达" },
			[serverXs, serverYs, fromZero(1.5, 500, 1e-6)],
			{ w: "2.02043", b: "2.99105", steps: "106" },
		),
		fixed(
			fitGD,
			{ en: "η = 1.8 diverges", zh: "η = 1.8 发散" },
			[serverXs, serverYs, fromZero(1.8, 200, 1e-6)],
			{
				"costs[1]": "10.4593375659",
				"costs[10]": "171.960602311",
				steps: "45",
			},
		),
	],
	"rate-visible": [
		fixed(
			largestStableRate,
			{ en: "The server room", zh: "服务器机房" },
			[serverXs],
			{ "": "1.66024934621" },
		),
		fixed(
			largestStableRate,
			{ en: "x = 0, 0.1, …, 1", zh: "x = 0、0.1、…、1" },
			[tenths],
			{ "": "1.57313955812" },
		),
	],
	"cost-random": [property(cost, anyLine, 10, (draw) => drawLine(draw))],
	"gradients-random": [
		property(gradients, anyLine, 14, (draw) => drawLine(draw)),
		gradientCheck(
			gradients,
			{
				en: "the slopes belong to your own cost",
				zh: "偏导数与你自己的代价相符",
			},
			8,
			(draw) => drawLine(draw),
			{
				forward: cost,
				entries: [
					{
						path: ["dw"],
						of: [],
						forwardArgs: ([xs, ys, w, b], delta) => [xs, ys, w + delta, b],
					},
					{
						path: ["db"],
						of: [],
						forwardArgs: ([xs, ys, w, b], delta) => [xs, ys, w, b + delta],
					},
				],
			},
		),
	],
	"fit-gd-random": [
		property(
			fitGD,
			{
				en: "2 to 12 points, η at 30 to 80 % of the largest stable rate, at most 200 steps",
				zh: "2 至 12 个点，η 为最大稳定学习率的 30% 至 80%，至多 200 步",
			},
			12,
			(draw) =>
				drawRun(
					draw,
					draw.number(0.3, 0.8),
					200,
					draw.pick([1e-2, 1e-4, 1e-6]),
				),
		),
		property(
			fitGD,
			{
				en: "2 to 12 points, η above the largest stable rate",
				zh: "2 至 12 个点，η 超过最大稳定学习率",
			},
			6,
			(draw) => drawRun(draw, draw.number(1.2, 2), 300, 1e-6),
		),
	],
	"rate-random": [
		property(
			largestStableRate,
			{
				en: "1 to 12 values of x in [−5, 5]",
				zh: "1 至 12 个 x ∈ [−5, 5]",
			},
			10,
			(draw) => [draw.vector(draw.integer(1, 12), -5, 5)],
		),
	],
	"fit-gd-edge": [
		fixed(
			fitGD,
			{ en: "at the bottom already: no step", zh: "起点就在碗底：一步不走" },
			[[1, 2], [4, 7], { w: 3, b: 1, eta: 0.1, maxSteps: 20, tol: 1e-9 }],
		),
		fixed(fitGD, { en: "no step allowed", zh: "一步都不允许" }, [
			serverXs,
			serverYs,
			fromZero(0.5, 0, 1e-6),
		]),
		fixed(
			fitGD,
			{
				en: "no step allowed, none needed",
				zh: "一步都不允许，也无须走",
			},
			[[1, 2], [4, 7], { w: 3, b: 1, eta: 0.1, maxSteps: 0, tol: 1e-9 }],
		),
		fixed(
			fitGD,
			{ en: "the last step allowed arrives", zh: "最后一步恰好到达" },
			[serverXs, serverYs, fromZero(1.5, 106, 1e-6)],
		),
		fixed(fitGD, { en: "one step short of arriving", zh: "差一步到达" }, [
			serverXs,
			serverYs,
			fromZero(1.5, 105, 1e-6),
		]),
		fixed(
			fitGD,
			{
				en: "one point: some line through it",
				zh: "只有一个点：过该点的某条直线",
			},
			[[2], [5], { w: 0, b: 0, eta: 0.15, maxSteps: 50, tol: 1e-3 }],
		),
		fixed(
			fitGD,
			{
				en: "a slope equal to tol is not small enough",
				zh: "偏导数等于 tol 还不算够小",
			},
			[[0], [0], { w: 0, b: 0.5, eta: 0.5, maxSteps: 20, tol: 0.25 }],
		),
		fixed(
			fitGD,
			{
				en: "dw is small long before db",
				zh: "dw 早已够小，db 还没有",
			},
			[[-0.1, 0.1], [4, 4], { w: 0, b: 0, eta: 0.4, maxSteps: 40, tol: 1e-2 }],
		),
		fixed(
			fitGD,
			{
				en: "db is small long before dw",
				zh: "db 早已够小，dw 还没有",
			},
			[[-0.5, 0.5], [-1, 1], { w: 0, b: 0, eta: 1, maxSteps: 40, tol: 1e-2 }],
		),
		fixed(
			fitGD,
			{
				en: "a cost equal to the limit has not diverged yet",
				zh: "代价等于上限还不算发散",
			},
			[[0], [0], { w: 0, b: 0.5, eta: 3001, maxSteps: 10, tol: 1e-6 }],
		),
		fixed(
			fitGD,
			{ en: "a cost a hair above the limit has", zh: "代价略高于上限就是发散" },
			[[0], [0], { w: 0, b: 0.5, eta: 3001.0006, maxSteps: 10, tol: 1e-6 }],
		),
		fixed(
			fitGD,
			{
				en: "the cost is no number any more",
				zh: "代价已经不是一个数",
			},
			[
				[-1, 1],
				[-300, 100],
				{ w: 0, b: 0, eta: 1e308, maxSteps: 10, tol: 1e-6 },
			],
		),
		fixed(
			fitGD,
			{ en: "diverging, but out of steps first", zh: "在发散，但步数先用完" },
			[serverXs, serverYs, fromZero(1.8, 30, 1e-6)],
		),
		refuses(fitGD, { en: "no points", zh: "没有点" }, [
			[],
			[],
			fromZero(0.1, 5, 1e-6),
		]),
		refuses(fitGD, { en: "one y too few", zh: "缺少一个 y" }, [
			[1, 2],
			[1],
			fromZero(0.1, 5, 1e-6),
		]),
	],
	"refusals-edge": [
		refuses(cost, { en: "no points", zh: "没有点" }, [[], [], 1, 1]),
		refuses(cost, { en: "one y too many", zh: "多出一个 y" }, [
			[1, 2],
			[1, 2, 3],
			1,
			1,
		]),
		refuses(gradients, { en: "no points", zh: "没有点" }, [[], [], 1, 1]),
		refuses(gradients, { en: "one y too few", zh: "缺少一个 y" }, [
			[1, 2],
			[1],
			1,
			1,
		]),
		refuses(largestStableRate, { en: "no x", zh: "没有 x" }, [[]]),
	],
	pure: [
		pure(
			{
				en: "points and options are left as they were",
				zh: "点与选项保持不变",
			},
			cost,
			gradients,
			fitGD,
			largestStableRate,
		),
	],
});
