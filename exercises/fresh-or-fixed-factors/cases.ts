import * as graph from "../../reference/linear-graph.ts";
import * as linear from "../../reference/linear-solve.ts";
import {
	cases,
	fixed,
	property,
	refuses,
	returnsRun,
	returnsSteps,
	stepGraph,
} from "../authoring/index.ts";

type Mode = linear.FactorMode;
type Vars = linear.Moved;

/** The arguments of `solve`. */
interface Start {
	mode: Mode;
	vars: Vars;
	startW: number;
	startB: number;
	target: number;
	error: number;
	maxUpdates: number;
}

/** The factors that the update after this pass divides by. */
function factorsFor(
	{ mode, startW, startB }: Pick<Start, "mode" | "startW" | "startB">,
	w: number,
	b: number,
) {
	const { x, y } =
		mode === "fixed" ? graph.forward(startW, startB) : graph.forward(w, b);
	return linear.factors(x, y);
}

/** The first pass starts as if an update by 0 had led to it. */
const pass = stepGraph<
	Start & { previousW: number; previousB: number; moveW: number; moveB: number }
>()
	.step(
		"w",
		"w \\leftarrow w - \\Delta w",
		["previousW", "moveW"],
		({ previousW, moveW }) => previousW - moveW,
	)
	.step(
		"b",
		"b \\leftarrow b - \\Delta b",
		["previousB", "moveB"],
		({ previousB, moveB }) => previousB - moveB,
	)
	.step(
		"z",
		"z = (2w + 3b)(2b + 1)",
		["w", "b"],
		({ w, b }) => graph.forward(w, b).z,
	)
	.step(
		"deltaZ",
		"\\Delta z = z - t",
		["z", "target"],
		({ z, target }) => z - target,
	)
	.inner(
		"factorW",
		"\\frac{\\partial z}{\\partial w} = \\begin{cases} 2y & \\mathtt{fresh} \\\\ 2y_0 & \\mathtt{fixed} \\end{cases}",
		["mode", "startW", "startB", "w", "b"],
		({ w, b, ...start }) => factorsFor(start, w, b).factorW,
	)
	.inner(
		"factorB",
		"\\frac{\\partial z}{\\partial b} = \\begin{cases} 2x + 3y & \\mathtt{fresh} \\\\ 2x_0 + 3y_0 & \\mathtt{fixed} \\end{cases}",
		["mode", "startW", "startB", "w", "b"],
		({ w, b, ...start }) => factorsFor(start, w, b).factorB,
	)
	.inner(
		"deltaW",
		"\\Delta w = \\begin{cases} 0 & \\mathtt{b} \\\\ \\frac{\\Delta z / 2}{\\partial z / \\partial w} & \\mathtt{wb} \\end{cases}",
		["vars", "deltaZ", "factorW"],
		({ vars, deltaZ, factorW }) => (vars === "wb" ? deltaZ / 2 / factorW : 0),
	)
	.inner(
		"deltaB",
		"\\Delta b = \\begin{cases} \\frac{\\Delta z}{\\partial z / \\partial b} & \\mathtt{b} \\\\ \\frac{\\Delta z / 2}{\\partial z / \\partial b} & \\mathtt{wb} \\end{cases}",
		["vars", "deltaZ", "factorB"],
		({ vars, deltaZ, factorB }) =>
			(vars === "wb" ? deltaZ / 2 : deltaZ) / factorB,
	);

const runOf = (start: Start) =>
	linear.solve(
		start.vars,
		start.mode,
		start.startW,
		start.startB,
		start.target,
		start.error,
		start.maxUpdates,
	);

const given = [
	"mode",
	"vars",
	"startW",
	"startB",
	"target",
	"error",
	"maxUpdates",
] as const;

/** The right run's end, not the last row's own w and b: who fills a table with one number would earn them. */
const outcome = stepGraph<Start & { lastDeltaZ: number; rowCount: number }>()
	.step("w", "w = w_n", given, (start) => runOf(start).w)
	.step("b", "b = b_n", given, (start) => runOf(start).b)
	.step(
		"updates",
		"\\mathrm{updates} = n",
		["rowCount"],
		({ rowCount }) => rowCount - 1,
	)
	.step(
		"converged",
		"|\\Delta z_n| < \\mathrm{error}",
		["lastDeltaZ", "error"],
		({ lastDeltaZ, error }) => Math.abs(lastDeltaZ) < error,
	);

const solve = returnsRun(
	"solve",
	["mode", "vars", "w", "b", "target", "error", "maxUpdates"],
	{
		inputs: (
			mode: Mode,
			vars: Vars,
			startW: number,
			startB: number,
			target: number,
			error: number,
			maxUpdates: number,
		): Start => ({ mode, vars, startW, startB, target, error, maxUpdates }),
		rows: "steps",
		carries: {
			previousW: "w",
			previousB: "b",
			moveW: "deltaW",
			moveB: "deltaB",
		},
		first: ({ startW, startB }: Start) => ({
			previousW: startW,
			previousB: startB,
			moveW: 0,
			moveB: 0,
		}),
		row: pass,
		count: (start) => runOf(start).steps.length,
		after: { takes: { lastDeltaZ: "deltaZ" }, graph: outcome },
	},
);

type Comparison = [
	w: number,
	b: number,
	target: number,
	error: number,
	maxUpdates: number,
];

/** Updates of both modes for one choice of variables, null without convergence. */
function countsOf(vars: Vars, args: Comparison) {
	const count = (mode: Mode) => {
		const run = linear.solve(vars, mode, ...args);
		return run.converged ? run.updates : null;
	};
	return { fresh: count("fresh"), fixed: count("fixed") };
}

const compare = returnsSteps(
	"compare",
	["w", "b", "target", "error", "maxUpdates"],
	(...args: Comparison) => ({ args }),
	stepGraph<{ args: Comparison }>()
		.step(
			"b",
			"\\mathrm{updates}(\\mathrm{fresh}), \\; \\mathrm{updates}(\\mathrm{fixed})",
			["args"],
			({ args }) => countsOf("b", args),
		)
		.step(
			"wb",
			"\\mathrm{updates}(\\mathrm{fresh}), \\; \\mathrm{updates}(\\mathrm{fixed})",
			["args"],
			({ args }) => countsOf("wb", args),
		),
);

const fixedRate = returnsSteps(
	"fixedRate",
	["firstFactor", "slopeAtRoot"],
	(factor: number, slope: number) => ({ factor, slope }),
	stepGraph<{ factor: number; slope: number }>()
		.step(
			"rate",
			"r = 1 - \\frac{s}{f}",
			["factor", "slope"],
			({ factor, slope }) => linear.fixedRate(factor, slope),
		)
		.step("converges", "|r| < 1", ["rate"], ({ rate }) => Math.abs(rate) < 1),
);

/** Closer than this share of the bound, rounding alone could decide when a run stops. */
const margin = 0.01;

/** A run that does not converge within its limit, or comes within 1 % of the bound. */
function isUnclear(vars: Vars, mode: Mode, args: Comparison): boolean {
	const { converged, steps } = linear.solve(vars, mode, ...args);
	const error = args[3];
	return (
		!converged ||
		steps.some(({ deltaZ }) => Math.abs(Math.abs(deltaZ) / error - 1) < margin)
	);
}

/** Near a zero of either derivative an update is huge, and need not lead anywhere. */
function isFlat(w: number, b: number): boolean {
	const { x, y } = graph.forward(w, b);
	const { factorW, factorB } = linear.factors(x, y);
	return Math.abs(factorW) <= 8 || Math.abs(factorB) <= 8;
}

const modes: Mode[] = ["fresh", "fixed"];
const variables: Vars[] = ["b", "wb"];

export default cases({
	"solve-visible": [
		fixed(
			solve,
			{ en: "Fresh, b alone", zh: "每次重算，只调 b" },
			["fresh", "b", 3, 4, 150, 1e-5, 100],
			{ b: "3.80593710404", updates: "3", converged: "true" },
		),
		fixed(
			solve,
			{ en: "Fixed, b alone", zh: "固定不变，只调 b" },
			["fixed", "b", 3, 4, 150, 1e-5, 100],
			{
				"steps[1].b": "3.8095",
				"steps[2].b": "3.80606845913",
				"steps[2].z": "150.00796958",
				b: "3.80593711067",
				updates: "5",
				converged: "true",
			},
		),
		fixed(
			solve,
			{ en: "Fresh, w and b", zh: "每次重算，w 与 b 一起" },
			["fresh", "wb", 3, 4, 150, 1e-5, 100],
			{ w: "2.66151740293", b: "3.90326290577", updates: "3" },
		),
		fixed(
			solve,
			{ en: "Fixed, w and b", zh: "固定不变，w 与 b 一起" },
			["fixed", "wb", 3, 4, 150, 1e-5, 100],
			{
				"steps[2].z": "150.00552614",
				w: "2.66146939782",
				b: "3.90327697081",
				updates: "4",
			},
		),
	],
	"compare-visible": [
		fixed(
			compare,
			{ en: "The homework, target 150", zh: "课后作业，目标 150" },
			[3, 4, 150, 1e-5, 100],
			{ "b.fresh": "3", "b.fixed": "5", "wb.fresh": "3", "wb.fixed": "4" },
		),
		fixed(
			compare,
			{ en: "Twice as far, target 300", zh: "目标远一些：300" },
			[3, 4, 300, 1e-5, 100],
			{ "b.fresh": "4", "b.fixed": "16" },
		),
		fixed(
			compare,
			{ en: "Far away, target 2000", zh: "目标很远：2000" },
			[3, 4, 2000, 1e-5, 100],
			{ "b.fresh": "6" },
		),
	],
	"fixed-rate-visible": [
		fixed(
			fixedRate,
			{ en: "The root at 150", zh: "目标 150 处的根" },
			[63, 60.67124524847005],
			{ rate: "0.037", converges: "true" },
		),
		fixed(
			fixedRate,
			{ en: "The root at 2000", zh: "目标 2000 处的根" },
			[63, 219.27380144467787],
			{ converges: "false" },
		),
		fixed(
			fixedRate,
			{ en: "The root at 500", zh: "目标 500 处的根" },
			[63, 109.9136024339117],
			{ converges: "true" },
		),
		fixed(
			fixedRate,
			{ en: "The root at 1000", zh: "目标 1000 处的根" },
			[63, 155.18054001710394],
			{ converges: "false" },
		),
	],
	"solve-random": [
		property(
			solve,
			{
				en: "either mode, b or both, any w and b in [−10, 10] with both derivatives beyond ±8, targets within 30 % of the first z",
				zh: "任一方式，只调 b 或两者都调；任意 w、b ∈ [−10, 10]，两个导数的绝对值都大于 8，目标与最初的 z 相差不超过 30 %",
			},
			20,
			(draw) => {
				const mode = draw.pick(modes);
				const vars = draw.pick(variables);
				const w = draw.number(-10, 10);
				const b = draw.number(-10, 10);
				const target = graph.forward(w, b).z * draw.number(0.7, 1.3);
				const error = draw.pick([1e-3, 1e-4, 1e-5]);
				return isFlat(w, b) || isUnclear(vars, mode, [w, b, target, error, 40])
					? null
					: [mode, vars, w, b, target, error, 40];
			},
		),
	],
	"compare-random": [
		property(
			compare,
			{
				en: "the same starts and targets, where all four programs arrive",
				zh: "同样的起点与目标，四个程序都能到达",
			},
			12,
			(draw) => {
				const w = draw.number(-10, 10);
				const b = draw.number(-10, 10);
				const target = graph.forward(w, b).z * draw.number(0.7, 1.3);
				const args: Comparison = [w, b, target, 1e-4, 60];
				const someRunIsUnclear = modes.some((mode) =>
					variables.some((vars) => isUnclear(vars, mode, args)),
				);
				return isFlat(w, b) || someRunIsUnclear ? null : args;
			},
		),
	],
	"fixed-rate-random": [
		property(
			fixedRate,
			{
				en: "any factor beyond ±1, slopes from −1 to 4 times as large",
				zh: "任意绝对值大于 1 的因子，斜率为它的 −1 到 4 倍",
			},
			16,
			(draw) => {
				const factor = draw.number(1, 80) * (draw.boolean() ? 1 : -1);
				const ratio = draw.number(-1, 4);
				const isAtBorder =
					Math.abs(ratio) < margin || Math.abs(ratio - 2) < margin;
				return isAtBorder ? null : [factor, factor * ratio];
			},
		),
	],
	"solve-edge": [
		fixed(
			solve,
			{ en: "the target is already met", zh: "一开始就已达到目标" },
			["fixed", "wb", 3, 4, 162, 1e-5, 100],
			{ updates: "0" },
		),
		fixed(solve, { en: "a start below the target", zh: "起点低于目标" }, [
			"fixed",
			"b",
			3,
			3,
			150,
			1e-5,
			100,
		]),
		fixed(
			solve,
			{ en: "an error equal to the bound", zh: "误差恰好等于误差界" },
			["fixed", "b", 3, 4, 150, 12, 100],
			{ updates: "1" },
		),
		fixed(
			solve,
			{
				en: "an error equal to the bound, and no updates left",
				zh: "误差恰好等于误差界，且不能再更新",
			},
			["fresh", "b", 3, 4, 150, 12, 0],
			{ converged: "false" },
		),
		fixed(
			solve,
			{ en: "one update short", zh: "还差一次更新" },
			["fixed", "b", 3, 4, 150, 1e-5, 4],
			{ converged: "false" },
		),
		fixed(
			solve,
			{ en: "just enough updates", zh: "更新次数刚好够用" },
			["fixed", "b", 3, 4, 150, 1e-5, 5],
			{ converged: "true" },
		),
		fixed(
			solve,
			{ en: "z grows beyond every number", zh: "z 增大到超出数的范围" },
			["fixed", "b", 3, 4, 2000, 1e-5, 100],
			{ updates: "10", converged: "false" },
		),
		fixed(
			solve,
			{
				en: "the first ∂z/∂b is 0",
				zh: "起点处 ∂z/∂b = 0",
			},
			["fixed", "b", 3, -1.25, 150, 1e-5, 100],
			{ updates: "0", converged: "false" },
		),
		fixed(
			solve,
			{
				en: "the first ∂z/∂w is 0, and w has to move",
				zh: "起点处 ∂z/∂w = 0，而 w 也要变",
			},
			["fixed", "wb", 3, -0.5, 150, 1e-5, 100],
			{ updates: "0", converged: "false" },
		),
		fixed(
			solve,
			{
				en: "the first ∂z/∂w is 0, and w stays",
				zh: "起点处 ∂z/∂w = 0，但 w 不变",
			},
			["fresh", "b", 3, -0.5, 150, 1e-5, 100],
			{ converged: "true" },
		),
		fixed(
			solve,
			{
				en: "fresh: ∂z/∂b becomes 0 on the way",
				zh: "每次重算：半路上 ∂z/∂b = 0",
			},
			["fresh", "b", 3, -0.25, -9.375, 1e-5, 4],
			{ updates: "1", converged: "false" },
		),
		fixed(
			solve,
			{
				en: "fixed: the same way, where it does not matter",
				zh: "固定不变：同一条路，却没有关系",
			},
			["fixed", "b", 3, -0.25, -9.375, 1e-5, 4],
			{ updates: "4", converged: "false" },
		),
	],
	"compare-edge": [
		fixed(
			compare,
			{
				en: "a limit that only some programs keep",
				zh: "只有部分程序够用的上限",
			},
			[3, 4, 150, 1e-5, 3],
			{ "b.fresh": "3", "wb.fresh": "3" },
		),
		fixed(
			compare,
			{ en: "nothing to do", zh: "无须更新" },
			[3, 4, 162, 1e-5, 100],
			{ "b.fresh": "0", "wb.fixed": "0" },
		),
		fixed(
			compare,
			{
				en: "w and b grow in opposite directions",
				zh: "w 与 b 朝相反方向无限增大",
			},
			[-20, 2, 1000, 1e-5, 40],
		),
		fixed(
			compare,
			{ en: "w has no influence at the start", zh: "w 在起点处不起作用" },
			[3, -0.5, 150, 1e-5, 8],
		),
	],
	"fixed-rate-edge": [
		fixed(
			fixedRate,
			{ en: "exactly twice the factor", zh: "斜率恰为因子的两倍" },
			[63, 126],
			{ converges: "false" },
		),
		fixed(
			fixedRate,
			{ en: "just below twice the factor", zh: "略小于两倍" },
			[63, 125],
			{ converges: "true" },
		),
		fixed(fixedRate, { en: "a slope of 0", zh: "斜率为 0" }, [63, 0], {
			converges: "false",
		}),
		fixed(
			fixedRate,
			{ en: "a small slope of the other sign", zh: "符号相反的小斜率" },
			[63, -5],
			{ converges: "false" },
		),
		fixed(fixedRate, { en: "both negative", zh: "两者皆为负" }, [-40, -60], {
			converges: "true",
		}),
		refuses(
			fixedRate,
			{ en: "a factor of 0: no update", zh: "因子为 0：无法更新" },
			[0, 5],
		),
	],
});
