import {
	descend as descendOf,
	gdStep as stepOf,
} from "../../reference/descent.ts";
import {
	aFunction,
	cases,
	fixed,
	property,
	returnsRun,
	returnsValue,
	stepGraph,
} from "../authoring/index.ts";

type F = (x: number) => number;

const parabolaSlope = returnsValue(
	"parabolaSlope",
	["center", "x"],
	"J'(x) = 2(x - c)",
	(center: number, x: number) => 2 * (x - center),
);

const gdStep = returnsValue(
	"gdStep",
	["x", "slope", "eta"],
	"x' = x - \\eta \\, J'(x)",
	stepOf,
);

/** The arguments of `descend`. */
interface Start {
	f: F;
	df: F;
	start: number;
	eta: number;
	stop: number;
	maxUpdates: number;
}

/** The first point is reached as if by an update along a slope of 0. */
const point = stepGraph<Start & { previousX: number; previousSlope: number }>()
	.step(
		"x",
		"x \\leftarrow x - \\eta \\, J'(x)",
		["previousX", "previousSlope", "eta"],
		({ previousX, previousSlope, eta }) => previousX - eta * previousSlope,
	)
	.step("j", "J = J(x)", ["f", "x"], ({ f, x }) => f(x))
	.inner("slope", "J'(x)", ["df", "x"], ({ df, x }) => df(x));

const outcome = stepGraph<Start & { lastJ: number; rowCount: number }>()
	.step(
		"updates",
		"\\mathrm{updates} = n",
		["rowCount"],
		({ rowCount }) => rowCount - 1,
	)
	.step(
		"converged",
		"J(x_n) \\le \\mathrm{stop}",
		["lastJ", "stop"],
		({ lastJ, stop }) => lastJ <= stop,
	);

const descend = returnsRun(
	"descend",
	["f", "df", "x0", "eta", "stop", "maxUpdates"],
	{
		inputs: (
			f: F,
			df: F,
			start: number,
			eta: number,
			stop: number,
			maxUpdates: number,
		): Start => ({ f, df, start, eta, stop, maxUpdates }),
		rows: "points",
		carries: { previousX: "x", previousSlope: "slope" },
		first: ({ start }: Start) => ({ previousX: start, previousSlope: 0 }),
		row: point,
		count: ({ f, df, start, eta, stop, maxUpdates }) =>
			descendOf(f, df, start, eta, stop, maxUpdates).xs.length,
		after: { takes: { lastJ: "j" }, graph: outcome },
	},
);

/** J = (x − c)² + k and its slope, as library functions; 0 − 2c, so that c = 0 gives no −0. */
const parabola = (c: number, k = 0) =>
	[
		aFunction("polynomial", c * c + k, 0 - 2 * c, 1),
		aFunction("polynomial", 0 - 2 * c, 2),
	] as const;

/** A run on that parabola with a J so near the stop that rounding could decide; `above` is the distance from its least J to the stop. */
function isUndecided(
	center: number,
	x0: number,
	eta: number,
	above: number,
	maxUpdates: number,
): boolean {
	const f = (x: number) => (x - center) ** 2;
	const df = (x: number) => 2 * (x - center);
	const { js } = descendOf(f, df, x0, eta, above, maxUpdates);
	return js.some((j) => Math.abs(j / above - 1) < 0.01);
}

export default cases({
	"parabola-slope-visible": [
		fixed(
			parabolaSlope,
			{ en: "The lecture's parabola at 1.4", zh: "课堂上的抛物线，x = 1.4" },
			[2, 1.4],
			{ "": "-1.2" },
		),
		fixed(parabolaSlope, { en: "x² at 1.2", zh: "x²，x = 1.2" }, [0, 1.2], {
			"": "2.4",
		}),
	],
	"gd-step-visible": [
		fixed(
			gdStep,
			{ en: "The lecture's first step", zh: "课堂上的第一步" },
			[1.4, -1.2, 0.1],
			{ "": "1.52" },
		),
		fixed(
			gdStep,
			{ en: "The first step on x²", zh: "x² 上的第一步" },
			[1.2, 2.4, 0.3],
			{ "": "0.48" },
		),
	],
	"descend-visible": [
		fixed(
			descend,
			{
				en: "x² from 1.2, stop at 0.001 (as in the textbook's program)",
				zh: "x²，从 1.2 出发，停于 0.001（原书程序的取值）",
			},
			[...parabola(0), 1.2, 0.3, 1e-3, 100],
			{
				"points[0].x": "1.2",
				"points[0].j": "1.44",
				"points[1].x": "0.48",
				"points[1].j": "0.2304",
				"points[2].x": "0.192",
				"points[2].j": "0.036864",
				"points[3].x": "0.0768",
				"points[3].j": "0.00589824",
				"points[4].x": "0.03072",
				"points[4].j": "0.0009437184",
				updates: "4",
				converged: "true",
			},
		),
		fixed(
			descend,
			{
				en: "x² from 1.2, stop at 0.01 (as in the textbook's text)",
				zh: "x²，从 1.2 出发，停于 0.01（原书正文的取值）",
			},
			[...parabola(0), 1.2, 0.3, 1e-2, 100],
			{ updates: "3", "points[3].j": "0.00589824" },
		),
		fixed(
			descend,
			{
				en: "The lecture's parabola (x − 2)² from 1.4",
				zh: "课堂上的抛物线 (x − 2)²，从 1.4 出发",
			},
			[...parabola(2), 1.4, 0.1, 1e-2, 100],
			{ "points[1].x": "1.52", "points[1].j": "0.2304", updates: "9" },
		),
	],
	"parabola-slope-random": [
		property(
			parabolaSlope,
			{ en: "any centre and x in [−5, 5]", zh: "任意中心与 x ∈ [−5, 5]" },
			12,
			(draw) => [draw.number(-5, 5), draw.number(-5, 5)],
		),
	],
	"gd-step-random": [
		property(
			gdStep,
			{
				en: "any x and slope in [−5, 5], rates in [0.01, 2]",
				zh: "任意 x、斜率 ∈ [−5, 5]，学习率 ∈ [0.01, 2]",
			},
			12,
			(draw) => [draw.number(-5, 5), draw.number(-5, 5), draw.number(0.01, 2)],
		),
	],
	"descend-random": [
		property(
			descend,
			{
				en: "any parabola (x − c)² + k, starts in [−5, 5], rates in [0.05, 0.45]",
				zh: "任意抛物线 (x − c)² + k，起点 ∈ [−5, 5]，学习率 ∈ [0.05, 0.45]",
			},
			16,
			(draw) => {
				const center = draw.number(-4, 4);
				const least = draw.number(-1, 1);
				const x0 = draw.number(-5, 5);
				const eta = draw.number(0.05, 0.45);
				const above = draw.pick([0.1, 0.01, 0.001]);
				return isUndecided(center, x0, eta, above, 100)
					? null
					: [...parabola(center, least), x0, eta, least + above, 100];
			},
		),
		property(
			descend,
			{
				en: "the same with at most 1 to 5 updates",
				zh: "同上，但最多更新 1 到 5 次",
			},
			8,
			(draw) => {
				const center = draw.number(-4, 4);
				const x0 = draw.number(-5, 5);
				const eta = draw.number(0.05, 0.45);
				const maxUpdates = draw.integer(1, 5);
				return isUndecided(center, x0, eta, 0.01, maxUpdates)
					? null
					: [...parabola(center), x0, eta, 0.01, maxUpdates];
			},
		),
	],
	"descend-edge": [
		fixed(
			descend,
			{ en: "the start is good enough", zh: "起点已经够好" },
			[...parabola(3), 3.05, 0.3, 1e-2, 100],
			{ updates: "0", converged: "true" },
		),
		fixed(
			descend,
			{ en: "J at the start equals the stop", zh: "起点的 J 恰好等于 stop" },
			[...parabola(0), 2, 0.3, 4, 100],
			{ updates: "0", converged: "true" },
		),
		fixed(
			descend,
			{ en: "no updates allowed", zh: "不允许更新" },
			[...parabola(0), 1.2, 0.3, 1e-3, 0],
			{ updates: "0", converged: "false" },
		),
		fixed(
			descend,
			{ en: "just enough updates", zh: "更新次数刚好够用" },
			[...parabola(0), 1.2, 0.3, 1e-3, 4],
			{ updates: "4", converged: "true" },
		),
		fixed(
			descend,
			{ en: "one update short", zh: "还差一次更新" },
			[...parabola(0), 1.2, 0.3, 1e-3, 3],
			{ updates: "3", converged: "false" },
		),
		fixed(
			descend,
			{
				en: "rate 1: from side to side on one level",
				zh: "学习率为 1：在同一高度来回跳",
			},
			[...parabola(0), 1.2, 1, 1e-3, 10],
			{ updates: "10", converged: "false" },
		),
		fixed(
			descend,
			{
				en: "rate 1.2: farther with every update",
				zh: "学习率为 1.2：越跳越远",
			},
			[...parabola(0), 1.2, 1.2, 1e-3, 15],
			{ updates: "15", converged: "false" },
		),
		fixed(
			descend,
			{ en: "rate 0.5: there in one update", zh: "学习率为 0.5：一步到位" },
			[...parabola(1, -2), 4, 0.5, -1.99, 100],
			{ updates: "1", "points[1].x": "1" },
		),
		fixed(
			descend,
			{ en: "no parabola: x⁴ from 1", zh: "不是抛物线：x⁴，从 1 出发" },
			[
				aFunction("polynomial", 0, 0, 0, 0, 1),
				aFunction("polynomial", 0, 0, 0, 4),
				1,
				0.1,
				0.015,
				100,
			],
		),
		fixed(
			descend,
			{
				en: "a start on a maximum: the slope is 0, and nothing moves",
				zh: "起点在极大值处：斜率为 0，一动不动",
			},
			[
				aFunction("polynomial", 1, 0, -2, 0, 1),
				aFunction("polynomial", 0, -4, 0, 4),
				0,
				0.1,
				1e-3,
				4,
			],
			{ updates: "4", converged: "false" },
		),
	],
});
