import * as graph from "../../reference/linear-graph.ts";
import * as linear from "../../reference/linear-solve.ts";
import {
	cases,
	fixed,
	property,
	returnsRun,
	stepGraph,
} from "../authoring/index.ts";

/** The arguments of `solveB`. */
interface Start {
	w: number;
	start: number;
	target: number;
	error: number;
	maxUpdates: number;
}

/** The first pass starts as if an update by 0 had led to it. */
const pass = stepGraph<
	Start & { previousB: number; previousDeltaZ: number; previousFactor: number }
>()
	.step(
		"b",
		"b \\leftarrow b - \\frac{\\Delta z}{\\partial z / \\partial b}",
		["previousB", "previousDeltaZ", "previousFactor"],
		({ previousB, previousDeltaZ, previousFactor }) =>
			previousB - previousDeltaZ / previousFactor,
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
		"factor",
		"\\frac{\\partial z}{\\partial b} = 2x + 3y",
		["x", "y"],
		({ x, y }) => linear.factors(x, y).factorB,
	);

const outcome = stepGraph<
	Start & {
		lastB: number;
		lastDeltaZ: number;
		rowCount: number;
	}
>()
	.step("b", "b = b_n", ["lastB"], ({ lastB }) => lastB)
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

/** The reference's passes for these arguments. */
const stepsOf = (
	w: number,
	b: number,
	target: number,
	error: number,
	maxUpdates: number,
) => linear.solve("b", "fresh", w, b, target, error, maxUpdates).steps;

const solveB = returnsRun(
	"solveB",
	["w", "b", "target", "error", "maxUpdates"],
	{
		inputs: (
			w: number,
			start: number,
			target: number,
			error: number,
			maxUpdates: number,
		): Start => ({ w, start, target, error, maxUpdates }),
		rows: "steps",
		carries: {
			previousB: "b",
			previousDeltaZ: "deltaZ",
			previousFactor: "factor",
		},
		first: ({ start }: Start) => ({
			previousB: start,
			previousDeltaZ: 0,
			previousFactor: 1,
		}),
		row: pass,
		count: ({ w, start, target, error, maxUpdates }) =>
			stepsOf(w, start, target, error, maxUpdates).length,
		after: {
			takes: { lastB: "b", lastDeltaZ: "deltaZ" },
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

/** Where z is least as a function of b. */
const vertex = (w: number) => -(4 * w + 3) / 12;
const leastZ = (w: number) => (2 * w + 3 * vertex(w)) * (2 * vertex(w) + 1);

export default cases({
	"solve-b-visible": [
		fixed(
			solveB,
			{
				en: "From b = 4 to z = 150 (after one update the textbook prints z = 150.2162)",
				zh: "从 b = 4 到 z = 150（一次更新后，原书的 z 印作 150.2162）",
			},
			[3, 4, 150, 1e-5, 100],
			{
				"steps[0].b": "4",
				"steps[0].x": "18",
				"steps[0].y": "9",
				"steps[0].z": "162",
				"steps[0].deltaZ": "12",
				"steps[0].factor": "63",
				"steps[1].b": "3.8095",
				"steps[1].x": "17.4286",
				"steps[1].y": "8.619",
				"steps[1].z": "150.217687075",
				"steps[1].factor": "60.7142857143",
				"steps[2].b": "3.80593837535",
				"steps[2].z": "150.000077132",
				"steps[2].factor": "60.6712605042",
				"steps[3].b": "3.80593710404",
				b: "3.80593710404",
				z: "150.000000000",
				updates: "3",
				converged: "true",
			},
		),
		fixed(
			solveB,
			{ en: "The wider bound 1e-4", zh: "较宽的误差界 1e-4" },
			[3, 4, 150, 1e-4, 100],
			{ b: "3.80593837535", z: "150.000077132", updates: "2" },
		),
		fixed(
			solveB,
			{
				en: "Started at the rounded b = 3.81 (the lecture says z = 150.246)",
				zh: "从舍入后的 b = 3.81 出发（课堂上说 z = 150.246）",
			},
			[3, 3.81, 150, 1e-5, 100],
			{ "steps[0].z": "150.2466", b: "3.80593710404" },
		),
	],
	"solve-b-random": [
		property(
			solveB,
			{
				en: "any w in [−5, 10], b right of the vertex, targets 1 to 300 above the least z",
				zh: "任意 w ∈ [−5, 10]，b 在顶点右侧，目标比最小的 z 大 1 到 300",
			},
			16,
			(draw) => {
				const w = draw.number(-5, 10);
				const b = vertex(w) + draw.number(0.5, 10);
				const target = leastZ(w) + draw.number(1, 300);
				const error = draw.pick([1e-3, 1e-4, 1e-5]);
				return isUndecided(w, b, target, error, 20)
					? null
					: [w, b, target, error, 20];
			},
		),
		property(
			solveB,
			{
				en: "the same with at most 0 to 3 updates",
				zh: "同上，但最多更新 0 到 3 次",
			},
			8,
			(draw) => {
				const w = draw.number(-5, 10);
				const b = vertex(w) + draw.number(0.5, 10);
				const target = leastZ(w) + draw.number(1, 300);
				const maxUpdates = draw.integer(0, 3);
				return isUndecided(w, b, target, 1e-4, maxUpdates)
					? null
					: [w, b, target, 1e-4, maxUpdates];
			},
		),
	],
	"solve-b-edge": [
		fixed(
			solveB,
			{ en: "the target is already met", zh: "一开始就已达到目标" },
			[3, 4, 162, 1e-5, 100],
		),
		fixed(
			solveB,
			{ en: "a start below the target", zh: "起点低于目标" },
			[3, 3, 150, 1e-5, 100],
			{ updates: "3", b: "3.80593713604" },
		),
		fixed(
			solveB,
			{ en: "a start left of the vertex", zh: "起点在顶点左侧" },
			[3, -8, 150, 1e-5, 100],
			{ b: "-6.30593710404" },
		),
		fixed(
			solveB,
			{ en: "an error equal to the bound", zh: "误差恰好等于误差界" },
			[3, 4, 150, 12, 100],
			{ updates: "1" },
		),
		fixed(
			solveB,
			{
				en: "an error equal to the bound, and no updates left",
				zh: "误差恰好等于误差界，且不能再更新",
			},
			[3, 4, 150, 12, 0],
			{ converged: "false" },
		),
		fixed(
			solveB,
			{ en: "just enough updates", zh: "更新次数刚好够用" },
			[3, 4, 150, 1e-5, 3],
			{ converged: "true" },
		),
		fixed(
			solveB,
			{ en: "one update short", zh: "还差一次更新" },
			[3, 4, 150, 1e-5, 2],
			{ converged: "false" },
		),
		fixed(
			solveB,
			{ en: "no updates allowed", zh: "不允许更新" },
			[3, 4, 150, 1e-5, 0],
		),
		fixed(
			solveB,
			{ en: "a target below the least z", zh: "目标低于最小的 z" },
			[3, 4, -10, 1e-5, 6],
			{ updates: "6", converged: "false" },
		),
		fixed(
			solveB,
			{ en: "a start where the derivative is 0", zh: "起点处导数为 0" },
			[3, -1.25, 150, 1e-5, 100],
			{ updates: "0", converged: "false" },
		),
		fixed(
			solveB,
			{
				en: "an update that lands where the derivative is 0",
				zh: "更新一次后落到导数为 0 处",
			},
			[3, -0.25, -9.375, 1e-5, 100],
			{ updates: "1", b: "-1.25", converged: "false" },
		),
		fixed(
			solveB,
			{
				en: "the derivative is 0, but the target is met",
				zh: "导数为 0，但目标已经达到",
			},
			[3, -1.25, -3.375, 1e-5, 100],
			{ updates: "0", converged: "true" },
		),
	],
});
