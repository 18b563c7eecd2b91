import * as chain from "../../reference/nonlinear-chain.ts";
import {
	cases,
	fixed,
	property,
	returnsRun,
	returnsValue,
	stepGraph,
} from "../authoring/index.ts";

/** The arguments of `solve`. */
interface Start {
	start: number;
	y: number;
	error: number;
	maxRounds: number;
}

/** The first round starts as if an update by 0 had led to it. */
const round = stepGraph<Start & { previousX: number; previousDeltaX: number }>()
	.step(
		"x",
		"x \\leftarrow \\begin{cases} x - \\Delta x & x - \\Delta x \\ge 1 \\\\ 1.1 & x - \\Delta x < 1 \\end{cases}",
		["previousX", "previousDeltaX"],
		({ previousX, previousDeltaX }) => chain.update(previousX, previousDeltaX),
	)
	.step("a", "a = x^2", ["x"], ({ x }) => x * x)
	.step("b", "b = \\ln a", ["a"], ({ a }) => Math.log(a))
	.step("c", "c = \\sqrt{b}", ["b"], ({ b }) => Math.sqrt(b))
	.step("deltaC", "\\Delta c = c - y", ["c", "y"], ({ c, y }) => c - y)
	.step(
		"deltaB",
		"\\Delta b = \\Delta c \\cdot 2\\sqrt{b}",
		["deltaC", "b"],
		({ deltaC, b }) => deltaC * 2 * Math.sqrt(b),
	)
	.step(
		"deltaA",
		"\\Delta a = \\Delta b \\cdot a",
		["deltaB", "a"],
		({ deltaB, a }) => deltaB * a,
	)
	.step(
		"deltaX",
		"\\Delta x = \\frac{\\Delta a}{2x}",
		["deltaA", "x"],
		({ deltaA, x }) => deltaA / (2 * x),
	);

const outcome = stepGraph<
	Start & {
		lastX: number;
		lastC: number;
		lastDeltaC: number;
		lastDeltaX: number;
		rowCount: number;
	}
>()
	.step("c", "c = c_k", ["lastC"], ({ lastC }) => lastC)
	.step(
		"x",
		"x = \\begin{cases} x_k & |\\Delta c_k| < \\mathrm{error} \\\\ x_{k+1} & |\\Delta c_k| \\ge \\mathrm{error} \\end{cases}",
		["lastX", "lastDeltaC", "lastDeltaX", "error"],
		({ lastX, lastDeltaC, lastDeltaX, error }) =>
			Math.abs(lastDeltaC) < error ? lastX : chain.update(lastX, lastDeltaX),
	)
	.step(
		"rounds",
		"\\mathrm{rounds} = k",
		["rowCount"],
		({ rowCount }) => rowCount,
	)
	.step(
		"converged",
		"|\\Delta c_k| < \\mathrm{error}",
		["lastDeltaC", "error"],
		({ lastDeltaC, error }) => Math.abs(lastDeltaC) < error,
	);

const solve = returnsRun("solve", ["x", "y", "error", "maxRounds"], {
	inputs: (
		start: number,
		y: number,
		error: number,
		maxRounds: number,
	): Start => ({ start, y, error, maxRounds }),
	rows: "trace",
	carries: { previousX: "x", previousDeltaX: "deltaX" },
	first: ({ start }: Start) => ({ previousX: start, previousDeltaX: 0 }),
	row: round,
	count: ({ start, y, error, maxRounds }) =>
		chain.solve(start, y, error, maxRounds).rounds,
	after: {
		takes: {
			lastX: "x",
			lastC: "c",
			lastDeltaC: "deltaC",
			lastDeltaX: "deltaX",
		},
		graph: outcome,
	},
});

const update = returnsValue(
	"update",
	["x", "deltaX"],
	"x \\leftarrow \\begin{cases} x - \\Delta x & x - \\Delta x \\ge 1 \\\\ 1.1 & x - \\Delta x < 1 \\end{cases}",
	chain.update,
);

/** Closer than this to a border, rounding alone could decide. */
const margin = 0.01;

/** A step that ends within 1 % of the border at 1. */
const landsOnTheBorder = (x: number, deltaX: number) =>
	Math.abs(x - deltaX - 1) < margin;

/** A run with a round within 1 % of the stop border or of the border at 1. */
const isUndecided = (x: number, y: number, error: number, maxRounds: number) =>
	chain
		.solve(x, y, error, maxRounds)
		.trace.some(
			(row) =>
				Math.abs(Math.abs(row.deltaC) / error - 1) < margin ||
				landsOnTheBorder(row.x, row.deltaX),
		);

export default cases({
	"update-visible": [
		fixed(
			update,
			{
				en: "Table 2-2, from round 1 to round 2",
				zh: "表 2-2：第 1 轮到第 2 轮",
			},
			[2, -2.243177973676141],
			{ "": "4.243" },
		),
		fixed(
			update,
			{ en: "The class game's next x", zh: "课堂游戏的下一个 x" },
			[2, -2.266726174126451],
			{ "": "4.267" },
		),
	],
	"solve-visible": [
		fixed(
			solve,
			{
				en: "Table 2-2 (the textbook prints x = 9.665 in round 5 and Δa = −26.317 in round 2)",
				zh: "表 2-2（原书第 5 轮 x 印作 9.665，第 2 轮 Δa 印作 −26.317）",
			},
			[2, 2.13, 1e-3, 20],
			{
				"trace[0].x": "2",
				"trace[0].a": "4",
				"trace[0].b": "1.386294",
				"trace[0].c": "1.177410",
				"trace[0].deltaC": "-0.952590",
				"trace[0].deltaB": "-2.243178",
				"trace[0].deltaA": "-8.972712",
				"trace[0].deltaX": "-2.243178",
				"trace[1].x": "4.243",
				"trace[1].a": "18.005",
				"trace[1].b": "2.891",
				"trace[1].c": "1.700",
				"trace[1].deltaC": "-0.430",
				"trace[1].deltaB": "-1.462",
				"trace[1].deltaA": "-26.314",
				"trace[1].deltaX": "-3.101",
				"trace[2].x": "7.344",
				"trace[2].a": "53.934",
				"trace[2].b": "3.988",
				"trace[2].c": "1.997",
				"trace[2].deltaC": "-0.133",
				"trace[2].deltaB": "-0.531",
				"trace[2].deltaA": "-28.662",
				"trace[2].deltaX": "-1.951",
				"trace[3].x": "9.295",
				"trace[3].a": "86.404",
				"trace[3].b": "4.459",
				"trace[3].c": "2.112",
				"trace[3].deltaC": "-0.018",
				"trace[3].deltaB": "-0.078",
				"trace[3].deltaA": "-6.699",
				"trace[3].deltaX": "-0.360",
				"trace[4].x": "9.656",
				"trace[4].a": "93.233",
				"trace[4].b": "4.535",
				"trace[4].c": "2.130",
				x: "9.655706",
				c: "2.129577",
				rounds: "5",
				converged: "true",
			},
		),
		fixed(
			solve,
			{ en: "The numbers to try, 1.3 and 1.8", zh: "试一试：1.3 与 1.8" },
			[1.3, 1.8, 1e-3, 20],
			{ x: "5.04712988589", c: "1.7993441818", rounds: "5" },
		),
		fixed(
			solve,
			{ en: "The class game, y = 2.14", zh: "课堂游戏，y = 2.14" },
			[2, 2.14, 1e-3, 20],
			{
				"trace[0].c": "1.17741002252",
				"trace[0].deltaC": "-0.963",
				"trace[0].deltaB": "-2.267",
				"trace[0].deltaA": "-9.067",
				"trace[0].deltaX": "-2.267",
				"trace[1].x": "4.267",
				"trace[2].x": "7.43971565428",
				"trace[3].x": "9.47551513844",
				x: "9.8630910143",
				rounds: "5",
			},
		),
	],
	"update-random": [
		property(
			update,
			{
				en: "any x in [1, 10] and Δx in [−5, 3]",
				zh: "任意 x ∈ [1, 10]、Δx ∈ [−5, 3]",
			},
			16,
			(draw) => {
				const x = draw.number(1, 10);
				const deltaX = draw.number(-5, 3);
				return landsOnTheBorder(x, deltaX) ? null : [x, deltaX];
			},
		),
	],
	"solve-random": [
		property(
			solve,
			{
				en: "any x in [1.05, 10] and y in [0.5, 2.14]",
				zh: "任意 x ∈ [1.05, 10]、y ∈ [0.5, 2.14]",
			},
			16,
			(draw) => {
				const x = draw.number(1.05, 10);
				const y = draw.number(0.5, 2.14);
				const error = draw.pick([1e-2, 1e-3, 1e-4]);
				return isUndecided(x, y, error, 20) ? null : [x, y, error, 20];
			},
		),
	],
	"update-edge": [
		fixed(update, { en: "exactly 1 stays 1", zh: "恰好为 1 时保持 1" }, [2, 1]),
		fixed(
			update,
			{ en: "just below 1 goes to 1.1", zh: "略小于 1 时取 1.1" },
			[2, 1.001],
		),
		fixed(
			update,
			{ en: "between 1 and 1.1 is kept", zh: "1 与 1.1 之间的值保留" },
			[3, 1.95],
		),
		fixed(
			update,
			{ en: "far below 1 goes to 1.1", zh: "远小于 1 时取 1.1" },
			[9.9, 34.79286435570004],
		),
		fixed(
			update,
			{
				en: "below −1, where the square would hide it",
				zh: "小于 −1，平方会掩盖它",
			},
			[2.5, 5],
		),
		fixed(
			update,
			{ en: "a negative Δx moves right", zh: "Δx 为负则向右移动" },
			[1.02, -0.03],
		),
		fixed(update, { en: "far above 1", zh: "远大于 1" }, [4, -2.5]),
	],
	"solve-edge": [
		fixed(
			solve,
			{ en: "the clamp, once", zh: "恰好拉回一次" },
			[9.9, 0.5, 1e-3, 20],
			{ x: "1.13313223859", rounds: "4" },
		),
		fixed(
			solve,
			{ en: "already good enough: one round", zh: "起点已达标：只走一轮" },
			[3, 1.4826, 1e-3, 20],
		),
		fixed(
			solve,
			{ en: "one round only, and its update", zh: "只有一轮，且照样更新" },
			[2, 2.13, 1e-3, 1],
		),
		fixed(
			solve,
			{ en: "one round only, clamped", zh: "只有一轮，且被拉回" },
			[9.9, 0.5, 1e-3, 1],
		),
		fixed(
			solve,
			{ en: "the last round allowed converges", zh: "最后一轮恰好收敛" },
			[2, 2.13, 1e-3, 5],
		),
		fixed(
			solve,
			{ en: "one round short of converging", zh: "差一轮收敛" },
			[2, 2.13, 1e-3, 4],
		),
		fixed(
			solve,
			{ en: "a very small error bound", zh: "很小的误差界" },
			[2, 2.13, 1e-9, 20],
		),
		fixed(
			solve,
			{
				en: "a size of Δc equal to the bound is not enough",
				zh: "|Δc| 等于误差界仍不算达标",
			},
			[1, 0.5, 0.5, 3],
		),
		fixed(
			solve,
			{
				en: "an update that lands between 1 and 1.1",
				zh: "某次更新落在 1 与 1.1 之间",
			},
			[2, 0.77, 1e-3, 20],
		),
		fixed(solve, { en: "stuck at x = 1", zh: "困在 x = 1" }, [1, 1.5, 1e-3, 4]),
		fixed(
			solve,
			{ en: "clamped in every round", zh: "每一轮都被拉回" },
			[2, 0.2, 1e-3, 20],
			{ x: "1.1", rounds: "20" },
		),
	],
});
