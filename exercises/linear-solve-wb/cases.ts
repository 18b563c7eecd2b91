import * as graph from "../../reference/linear-graph.ts";
import * as linear from "../../reference/linear-solve.ts";
import {
	cases,
	fixed,
	property,
	returnsRun,
	returnsSteps,
	stepGraph,
} from "../authoring/index.ts";

const factors = returnsSteps(
	"factors",
	["x", "y"],
	(x: number, y: number) => ({ x, y }),
	stepGraph<{ x: number; y: number }>()
		.step(
			"factorW",
			"\\frac{\\partial z}{\\partial w} = 2y",
			["y"],
			({ y }) => 2 * y,
		)
		.step(
			"factorB",
			"\\frac{\\partial z}{\\partial b} = 2x + 3y",
			["x", "y"],
			({ x, y }) => 2 * x + 3 * y,
		),
);

/** The arguments of `solveWB`. */
interface Start {
	startW: number;
	startB: number;
	target: number;
	error: number;
	maxUpdates: number;
}

/** The first pass starts as if an update by 0 had led to it. */
const pass = stepGraph<
	Start & {
		previousW: number;
		previousB: number;
		previousDeltaZ: number;
		previousFactorW: number;
		previousFactorB: number;
	}
>()
	.step(
		"w",
		"w \\leftarrow w - \\frac{\\Delta z / 2}{\\partial z / \\partial w}",
		["previousW", "previousDeltaZ", "previousFactorW"],
		({ previousW, previousDeltaZ, previousFactorW }) =>
			previousW - previousDeltaZ / 2 / previousFactorW,
	)
	.step(
		"b",
		"b \\leftarrow b - \\frac{\\Delta z / 2}{\\partial z / \\partial b}",
		["previousB", "previousDeltaZ", "previousFactorB"],
		({ previousB, previousDeltaZ, previousFactorB }) =>
			previousB - previousDeltaZ / 2 / previousFactorB,
	)
	.step("x", "x = 2w + 3b", ["w", "b"], ({ w, b }) => 2 * w + 3 * b)
	.step("y", "y = 2b + 1", ["b"], ({ b }) => 2 * b + 1)
	.step("z", "z = x \\cdot y", ["x", "y"], ({ x, y }) => x * y)
	.step(
		"deltaZ",
		"\\Delta z = z - t",
		["z", "target"],
		({ z, target }) => z - target,
	)
	.step(
		"factorW",
		"\\frac{\\partial z}{\\partial w} = 2y",
		["y"],
		({ y }) => 2 * y,
	)
	.step(
		"factorB",
		"\\frac{\\partial z}{\\partial b} = 2x + 3y",
		["x", "y"],
		({ x, y }) => 2 * x + 3 * y,
	);

/** The reference's passes for these arguments. */
const stepsOf = (
	w: number,
	b: number,
	target: number,
	error: number,
	maxUpdates: number,
) => linear.solve("wb", "fresh", w, b, target, error, maxUpdates).steps;

const given = ["startW", "startB", "target", "error", "maxUpdates"] as const;

/** Where the right run ends. Not the last row's own w and b: who fills a table with one number would earn them. */
const lastOf = ({ startW, startB, target, error, maxUpdates }: Start) =>
	linear.solve("wb", "fresh", startW, startB, target, error, maxUpdates);

const outcome = stepGraph<
	Start & {
		lastDeltaZ: number;
		rowCount: number;
	}
>()
	.step("w", "w = w_n", given, (start) => lastOf(start).w)
	.step("b", "b = b_n", given, (start) => lastOf(start).b)
	.step(
		"z",
		"z = (2w + 3b)(2b + 1)",
		["w", "b"],
		({ w, b }) => graph.forward(w, b).z,
	)
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

const solveWB = returnsRun(
	"solveWB",
	["w", "b", "target", "error", "maxUpdates"],
	{
		inputs: (
			startW: number,
			startB: number,
			target: number,
			error: number,
			maxUpdates: number,
		): Start => ({ startW, startB, target, error, maxUpdates }),
		rows: "steps",
		carries: {
			previousW: "w",
			previousB: "b",
			previousDeltaZ: "deltaZ",
			previousFactorW: "factorW",
			previousFactorB: "factorB",
		},
		first: ({ startW, startB }: Start) => ({
			previousW: startW,
			previousB: startB,
			previousDeltaZ: 0,
			previousFactorW: 1,
			previousFactorB: 1,
		}),
		row: pass,
		count: ({ startW, startB, target, error, maxUpdates }) =>
			stepsOf(startW, startB, target, error, maxUpdates).length,
		after: {
			takes: { lastDeltaZ: "deltaZ" },
			graph: outcome,
		},
	},
);

/** Closer than this share of the bound, rounding alone could decide when a run stops. */
const margin = 0.01;

const isUndecided = (...args: Parameters<typeof stepsOf>) =>
	stepsOf(...args).some(
		({ deltaZ }) => Math.abs(Math.abs(deltaZ) / args[3] - 1) < margin,
	);

/** Near a zero of either derivative an update is huge, and need not lead anywhere. */
function isFlat(w: number, b: number): boolean {
	const { x, y } = graph.forward(w, b);
	const { factorW, factorB } = linear.factors(x, y);
	return Math.abs(factorW) <= 8 || Math.abs(factorB) <= 8;
}

export default cases({
	"factors-visible": [
		fixed(factors, { en: "x = 18, y = 9", zh: "x = 18，y = 9" }, [18, 9], {
			factorW: "18",
			factorB: "63",
		}),
	],
	"solve-wb-visible": [
		fixed(
			solveWB,
			{
				en: "From (3, 4) to z = 150 (after one update the textbook prints x = 17.049)",
				zh: "从 (3, 4) 到 z = 150（一次更新后，原书的 x 印作 17.049）",
			},
			[3, 4, 150, 1e-5, 100],
			{
				"steps[0].x": "18",
				"steps[0].y": "9",
				"steps[0].z": "162",
				"steps[0].deltaZ": "12",
				"steps[0].factorW": "18",
				"steps[0].factorB": "63",
				"steps[1].w": "2.667",
				"steps[1].b": "3.905",
				"steps[1].x": "17.048",
				"steps[1].y": "8.81",
				"steps[1].z": "150.181405896",
				"steps[1].factorW": "17.6190476190",
				"steps[1].factorB": "60.5238095238",
				"steps[2].z": "150.000044335",
				w: "2.66151740293",
				b: "3.90326290577",
				z: "150.000000000",
				updates: "3",
				converged: "true",
			},
		),
		fixed(
			solveWB,
			{ en: "The wider bound 1e-4", zh: "较宽的误差界 1e-4" },
			[3, 4, 150, 1e-4, 100],
			{ w: "2.66151866152", b: "3.90326327226", updates: "2" },
		),
		fixed(
			solveWB,
			{ en: "From (−1, 5) to z = 100", zh: "从 (−1, 5) 到 z = 100" },
			[-1, 5, 100, 1e-5, 100],
		),
	],
	"factors-random": [
		property(
			factors,
			{ en: "any x and y in [−20, 20]", zh: "任意 x、y ∈ [−20, 20]" },
			12,
			(draw) => [draw.number(-20, 20), draw.number(-20, 20)],
		),
	],
	"solve-wb-random": [
		property(
			solveWB,
			{
				en: "any w and b in [−10, 10] with both derivatives beyond ±8, targets within 30 % of the first z",
				zh: "任意 w、b ∈ [−10, 10]，两个导数的绝对值都大于 8，目标与最初的 z 相差不超过 30 %",
			},
			16,
			(draw) => {
				const w = draw.number(-10, 10);
				const b = draw.number(-10, 10);
				const target = graph.forward(w, b).z * draw.number(0.7, 1.3);
				const error = draw.pick([1e-3, 1e-4, 1e-5]);
				return isFlat(w, b) || isUndecided(w, b, target, error, 30)
					? null
					: [w, b, target, error, 30];
			},
		),
		property(
			solveWB,
			{
				en: "the same with at most 0 to 3 updates",
				zh: "同上，但最多更新 0 到 3 次",
			},
			8,
			(draw) => {
				const w = draw.number(-10, 10);
				const b = draw.number(-10, 10);
				const target = graph.forward(w, b).z * draw.number(0.7, 1.3);
				const maxUpdates = draw.integer(0, 3);
				return isFlat(w, b) || isUndecided(w, b, target, 1e-4, maxUpdates)
					? null
					: [w, b, target, 1e-4, maxUpdates];
			},
		),
	],
	"solve-wb-edge": [
		fixed(
			solveWB,
			{ en: "the target is already met", zh: "一开始就已达到目标" },
			[3, 4, 162, 1e-5, 100],
			{ updates: "0" },
		),
		fixed(
			solveWB,
			{ en: "a start below the target", zh: "起点低于目标" },
			[3, 4, 200, 1e-5, 100],
		),
		fixed(
			solveWB,
			{ en: "negative derivatives", zh: "两个导数都为负" },
			[-5, -6, 250, 1e-5, 100],
		),
		fixed(
			solveWB,
			{ en: "an error equal to the bound", zh: "误差恰好等于误差界" },
			[3, 4, 150, 12, 100],
			{ updates: "1" },
		),
		fixed(
			solveWB,
			{
				en: "an error equal to the bound, and no updates left",
				zh: "误差恰好等于误差界，且不能再更新",
			},
			[3, 4, 150, 12, 0],
			{ converged: "false" },
		),
		fixed(
			solveWB,
			{ en: "just enough updates", zh: "更新次数刚好够用" },
			[3, 4, 150, 1e-5, 3],
			{ converged: "true" },
		),
		fixed(
			solveWB,
			{ en: "one update short", zh: "还差一次更新" },
			[3, 4, 150, 1e-5, 2],
			{ converged: "false" },
		),
		fixed(
			solveWB,
			{ en: "∂z/∂w is 0 at the start", zh: "起点处 ∂z/∂w = 0" },
			[3, -0.5, 150, 1e-5, 100],
			{ updates: "0", converged: "false" },
		),
		fixed(
			solveWB,
			{ en: "∂z/∂b is 0 at the start", zh: "起点处 ∂z/∂b = 0" },
			[3, -1.25, 150, 1e-5, 100],
			{ updates: "0", converged: "false" },
		),
		fixed(
			solveWB,
			{
				en: "an update that lands where ∂z/∂w is 0",
				zh: "更新一次后落到 ∂z/∂w = 0 处",
			},
			[0.25, 0, -3.5, 1e-5, 100],
			{ updates: "1", b: "-0.5", converged: "false" },
		),
		fixed(
			solveWB,
			{
				en: "∂z/∂w is 0, but the target is met",
				zh: "∂z/∂w = 0，但目标已经达到",
			},
			[3, -0.5, 0, 1e-5, 100],
			{ updates: "0", converged: "true" },
		),
	],
});
