import { descendN } from "../../reference/descent.ts";
import {
	aFunction,
	cases,
	fixed,
	gradientCheck,
	property,
	pure,
	returnsRun,
	returnsValue,
	stepGraph,
} from "../authoring/index.ts";

type Point = [x: number, y: number];
type Cost = (p: Point) => number;
type Gradient = (p: Point) => Point;

const target = returnsValue(
	"target",
	["p"],
	"J = x^2 + \\sin^2 y",
	([x, y]: Point) => x * x + Math.sin(y) ** 2,
);

const gradient = returnsValue(
	"gradient",
	["p"],
	"\\nabla J = (2x, \\; 2 \\sin y \\cos y)",
	([x, y]: Point) => [2 * x, 2 * Math.sin(y) * Math.cos(y)],
);

/** The arguments of `descend2`. */
interface Start {
	f: Cost;
	g: Gradient;
	start: Point;
	eta: number;
	stop: number;
	maxUpdates: number;
}

/** The first point is reached as if by an update along slopes of 0. */
const visit = stepGraph<
	Start & {
		previousX: number;
		previousY: number;
		previousSlopeX: number;
		previousSlopeY: number;
	}
>()
	.step(
		"x",
		"x \\leftarrow x - \\eta \\, \\frac{\\partial J}{\\partial x}",
		["previousX", "previousSlopeX", "eta"],
		({ previousX, previousSlopeX, eta }) => previousX - eta * previousSlopeX,
	)
	.step(
		"y",
		"y \\leftarrow y - \\eta \\, \\frac{\\partial J}{\\partial y}",
		["previousY", "previousSlopeY", "eta"],
		({ previousY, previousSlopeY, eta }) => previousY - eta * previousSlopeY,
	)
	.step("j", "J = J(x, y)", ["f", "x", "y"], ({ f, x, y }) => f([x, y]))
	.inner(
		"slopeX",
		"\\frac{\\partial J}{\\partial x}",
		["g", "x", "y"],
		({ g, x, y }) => g([x, y])[0],
	)
	.inner(
		"slopeY",
		"\\frac{\\partial J}{\\partial y}",
		["g", "x", "y"],
		({ g, x, y }) => g([x, y])[1],
	);

const outcome = stepGraph<Start & { lastJ: number; rowCount: number }>()
	.step(
		"updates",
		"\\mathrm{updates} = n",
		["rowCount"],
		({ rowCount }) => rowCount - 1,
	)
	.step(
		"converged",
		"J(x_n, y_n) < \\mathrm{stop}",
		["lastJ", "stop"],
		({ lastJ, stop }) => lastJ < stop,
	);

/** The reference's J at every point of the run. */
function valuesOf({ f, g, start, eta, stop, maxUpdates }: Start): number[] {
	const atPoint = ([x = Number.NaN, y = Number.NaN]: number[]): Point => [x, y];
	return descendN(
		(p) => f(atPoint(p)),
		(p) => g(atPoint(p)),
		start,
		eta,
		stop,
		maxUpdates,
	).values;
}

const descend2 = returnsRun(
	"descend2",
	["f", "g", "start", "eta", "stop", "maxUpdates"],
	{
		inputs: (
			f: Cost,
			g: Gradient,
			start: Point,
			eta: number,
			stop: number,
			maxUpdates: number,
		): Start => ({ f, g, start, eta, stop, maxUpdates }),
		rows: "points",
		carries: {
			previousX: "x",
			previousY: "y",
			previousSlopeX: "slopeX",
			previousSlopeY: "slopeY",
		},
		first: ({ start: [x, y] }: Start) => ({
			previousX: x,
			previousY: y,
			previousSlopeX: 0,
			previousSlopeY: 0,
		}),
		row: visit,
		count: (start) => valuesOf(start).length,
		after: { takes: { lastJ: "j" }, graph: outcome },
	},
);

/** J = x² + sin² y and its gradient, as library functions. */
const valley = [
	aFunction("squarePlusSineSquare"),
	aFunction("squarePlusSineSquareGradient"),
] as const;

/** J = x² + cxy + y² and its gradient. With c other than 0 each slope depends on both variables. */
const bowl = (c: number) =>
	[
		aFunction("quadraticForm", 2, 1, c / 2, c / 2, 1),
		aFunction("quadraticFormGradient", 2, 1, c / 2, c / 2, 1),
	] as const;

const valleyRun = {
	f: ([x, y]: Point) => x * x + Math.sin(y) ** 2,
	g: ([x, y]: Point): Point => [2 * x, Math.sin(2 * y)],
};
const bowlRun = (c: number) => ({
	f: ([x, y]: Point) => x * x + c * x * y + y * y,
	g: ([x, y]: Point): Point => [2 * x + c * y, c * x + 2 * y],
});

/** A run with a J so near the stop that rounding could decide. */
const isUndecided = (start: Start) =>
	valuesOf(start).some((j) => Math.abs(j / start.stop - 1) < 0.01);

const moved = ([x, y]: Point, dx: number, dy: number): Point => [
	x + dx,
	y + dy,
];

export default cases({
	"target-visible": [
		fixed(
			target,
			{ en: "The start of the table, (3, 1)", zh: "表格的起点 (3, 1)" },
			[[3, 1]],
			{ "": "9.708073" },
		),
		fixed(
			target,
			{ en: "On the valley's floor, (0, −0.5)", zh: "谷底的一点 (0, −0.5)" },
			[[0, -0.5]],
		),
	],
	"gradient-visible": [
		fixed(
			gradient,
			{ en: "The start of the table, (3, 1)", zh: "表格的起点 (3, 1)" },
			[[3, 1]],
			{ "[0]": "6", "[1]": "0.909297426826" },
		),
		fixed(
			gradient,
			{ en: "On the other side, (−1.5, −2)", zh: "另一侧的一点 (−1.5, −2)" },
			[[-1.5, -2]],
		),
	],
	"descend2-visible": [
		fixed(
			descend2,
			{
				en: "x² + sin² y from (3, 1), rate 0.1 (table 2-3)",
				zh: "x² + sin² y，从 (3, 1) 出发，学习率 0.1（表 2-3）",
			},
			[...valley, [3, 1], 0.1, 0.01, 100],
			{
				"points[0].x": "3",
				"points[0].y": "1",
				"points[0].j": "9.708073",
				"points[1].x": "2.4",
				"points[1].y": "0.909070",
				"points[1].j": "6.382415",
				"points[15].x": "0.105553",
				"points[15].y": "0.063481",
				"points[15].j": "0.015166",
				"points[16].x": "0.084442",
				"points[16].y": "0.050819",
				"points[16].j": "0.009711",
				updates: "16",
				converged: "true",
			},
		),
		fixed(
			descend2,
			{
				en: "x² + y² from (3, −4), rate 0.1",
				zh: "x² + y²，从 (3, −4) 出发，学习率 0.1",
			},
			[...bowl(0), [3, -4], 0.1, 0.01, 100],
			{
				"points[1].x": "2.4",
				"points[1].y": "-3.2",
				"points[1].j": "16",
				updates: "18",
			},
		),
		fixed(
			descend2,
			{
				en: "x² + sin² y from (3, 1), rate 0.4",
				zh: "x² + sin² y，从 (3, 1) 出发，学习率 0.4",
			},
			[...valley, [3, 1], 0.4, 0.01, 100],
			{
				"points[1].x": "0.6",
				"points[1].y": "0.636281029270",
				"points[2].j": "0.0775104353067",
				"points[3].j": "0.00410129280067",
				updates: "3",
			},
		),
	],
	"cost-random": [
		property(
			target,
			{ en: "J: any x and y in [−3, 3]", zh: "J：任意 x、y ∈ [−3, 3]" },
			10,
			(draw) => [draw.pair(-3, 3)],
		),
		property(
			gradient,
			{ en: "slopes: any x and y in [−3, 3]", zh: "斜率：任意 x、y ∈ [−3, 3]" },
			10,
			(draw) => [draw.pair(-3, 3)],
		),
		gradientCheck(
			gradient,
			{
				en: "the slopes belong to your own J",
				zh: "斜率与你自己的 J 相符",
			},
			10,
			(draw) => [draw.pair(-3, 3)],
			{
				forward: target,
				entries: [
					{
						path: [0],
						of: [],
						forwardArgs: ([p], delta) => [moved(p, delta, 0)],
					},
					{
						path: [1],
						of: [],
						forwardArgs: ([p], delta) => [moved(p, 0, delta)],
					},
				],
			},
		),
	],
	"descend2-random": [
		property(
			descend2,
			{
				en: "x² + sin² y: starts with x in [−3, 3] and y in [−1.4, 1.4], rates in [0.05, 0.4]",
				zh: "x² + sin² y：起点 x ∈ [−3, 3]、y ∈ [−1.4, 1.4]，学习率 ∈ [0.05, 0.4]",
			},
			10,
			(draw) => {
				const start: Point = [draw.number(-3, 3), draw.number(-1.4, 1.4)];
				const eta = draw.number(0.05, 0.4);
				const stop = draw.pick([0.05, 0.01]);
				return isUndecided({ ...valleyRun, start, eta, stop, maxUpdates: 100 })
					? null
					: [...valley, start, eta, stop, 100];
			},
		),
		property(
			descend2,
			{
				en: "x² + cxy + y²: c beyond ±0.2, starts in [−3, 3], rates in [0.05, 0.4]",
				zh: "x² + cxy + y²：|c| 大于 0.2，起点 ∈ [−3, 3]，学习率 ∈ [0.05, 0.4]",
			},
			12,
			(draw) => {
				const c = draw.number(0.2, 1) * (draw.boolean() ? 1 : -1);
				const start: Point = [draw.number(-3, 3), draw.number(-3, 3)];
				const eta = draw.number(0.05, 0.4);
				const maxUpdates = draw.pick([100, 3]);
				return isUndecided({
					...bowlRun(c),
					start,
					eta,
					stop: 0.01,
					maxUpdates,
				})
					? null
					: [...bowl(c), start, eta, 0.01, maxUpdates];
			},
		),
	],
	"cost-edge": [
		fixed(target, { en: "the lowest point", zh: "最低点" }, [[0, 0]]),
		fixed(
			target,
			{ en: "another lowest point, y = π", zh: "另一个最低点，y = π" },
			[[0, Math.PI]],
		),
		fixed(gradient, { en: "on the ridge, y = π/2", zh: "山脊上，y = π/2" }, [
			[1, Math.PI / 2],
		]),
		fixed(gradient, { en: "beyond the ridge, y = 2", zh: "越过山脊，y = 2" }, [
			[-2, 2],
		]),
	],
	"descend2-edge": [
		fixed(
			descend2,
			{ en: "the start is good enough", zh: "起点已经够好" },
			[...valley, [0.05, -0.05], 0.1, 0.01, 100],
			{ updates: "0", converged: "true" },
		),
		fixed(
			descend2,
			{ en: "J at the start equals the stop", zh: "起点的 J 恰好等于 stop" },
			[...bowl(0), [3, -4], 0.1, 25, 100],
			{ updates: "1", converged: "true" },
		),
		fixed(
			descend2,
			{
				en: "x² − 3xy + y² is negative here: below the stop from the start",
				zh: "x² − 3xy + y² 在此处为负：一开始就低于 stop",
			},
			[...bowl(-3), [1, 1], 0.1, 0.01, 100],
			{ updates: "0", converged: "true" },
		),
		fixed(
			descend2,
			{
				en: "J equals the stop, and no updates are left",
				zh: "J 恰好等于 stop，且不能再更新",
			},
			[...bowl(0), [3, -4], 0.1, 25, 0],
			{ updates: "0", converged: "false" },
		),
		fixed(
			descend2,
			{ en: "just enough updates", zh: "更新次数刚好够用" },
			[...valley, [3, 1], 0.1, 0.01, 16],
			{ updates: "16", converged: "true" },
		),
		fixed(
			descend2,
			{ en: "one update short", zh: "还差一次更新" },
			[...valley, [3, 1], 0.1, 0.01, 15],
			{ updates: "15", converged: "false" },
		),
		fixed(
			descend2,
			{
				en: "on the ridge y = π/2: only x moves, J stays above 1",
				zh: "在山脊 y = π/2 上：只有 x 移动，J 一直不小于 1",
			},
			[...valley, [1, Math.PI / 2], 0.1, 0.01, 12],
			{ updates: "12", converged: "false" },
		),
		fixed(
			descend2,
			{ en: "rate 1: x jumps from side to side", zh: "学习率为 1：x 来回跳" },
			[...valley, [3, 1], 1, 0.01, 6],
			{ "points[1].x": "-3", updates: "6", converged: "false" },
		),
		fixed(
			descend2,
			{
				en: "x² + xy + y²: each slope depends on both",
				zh: "x² + xy + y²：每个斜率都与两个变量有关",
			},
			[...bowl(1), [2, -1], 0.2, 0.01, 100],
		),
	],
	pure: [
		pure(
			{
				en: "the start you are given is left as it was",
				zh: "传入的起点保持不变",
			},
			target,
			gradient,
			descend2,
		),
	],
});
