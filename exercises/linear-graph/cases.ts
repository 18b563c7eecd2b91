import * as graph from "../../reference/linear-graph.ts";
import {
	cases,
	fixed,
	gradientCheck,
	property,
	refuses,
	returnsSteps,
	stepGraph,
} from "../authoring/index.ts";

const forward = returnsSteps(
	"forward",
	["w", "b"],
	(w: number, b: number) => ({ w, b }),
	stepGraph<{ w: number; b: number }>()
		.step("x", "x = 2w + 3b", ["w", "b"], ({ w, b }) => 2 * w + 3 * b)
		.step("y", "y = 2b + 1", ["b"], ({ b }) => 2 * b + 1)
		.step("z", "z = x \\cdot y", ["x", "y"], ({ x, y }) => x * y),
);

const gradients = returnsSteps(
	"gradients",
	["w", "b"],
	(w: number, b: number) => ({ w, b }),
	stepGraph<{ w: number; b: number }>()
		.inner("x", "x = 2w + 3b", ["w", "b"], ({ w, b }) => graph.forward(w, b).x)
		.inner("y", "y = 2b + 1", ["b"], ({ b }) => 2 * b + 1)
		.step("dzdx", "\\frac{\\partial z}{\\partial x} = y", ["y"], ({ y }) => y)
		.step("dzdy", "\\frac{\\partial z}{\\partial y} = x", ["x"], ({ x }) => x)
		.step("dxdw", "\\frac{\\partial x}{\\partial w} = 2", [], () => 2)
		.step("dxdb", "\\frac{\\partial x}{\\partial b} = 3", [], () => 3)
		.step("dydb", "\\frac{\\partial y}{\\partial b} = 2", [], () => 2)
		.step(
			"dzdw",
			"\\frac{\\partial z}{\\partial w} = \\frac{\\partial z}{\\partial x} \\cdot \\frac{\\partial x}{\\partial w}",
			["dzdx", "dxdw"],
			({ dzdx, dxdw }) => dzdx * dxdw,
		)
		.step(
			"dzdb",
			"\\frac{\\partial z}{\\partial b} = \\frac{\\partial z}{\\partial x} \\cdot \\frac{\\partial x}{\\partial b} + \\frac{\\partial z}{\\partial y} \\cdot \\frac{\\partial y}{\\partial b}",
			["dzdx", "dxdb", "dzdy", "dydb"],
			({ dzdx, dxdb, dzdy, dydb }) => dzdx * dxdb + dzdy * dydb,
		),
);

const solveW = returnsSteps(
	"solveW",
	["w", "b", "target"],
	(w: number, b: number, target: number) => ({ oldW: w, b, target }),
	stepGraph<{ oldW: number; b: number; target: number }>()
		.inner(
			"deltaZ",
			"\\Delta z = z - t",
			["oldW", "b", "target"],
			({ oldW, b, target }) => graph.forward(oldW, b).z - target,
		)
		.inner(
			"dzdw",
			"\\frac{\\partial z}{\\partial w} = 2y",
			["oldW", "b"],
			({ oldW, b }) => graph.gradients(oldW, b).dzdw,
		)
		.step(
			"deltaW",
			"\\Delta w = \\frac{\\Delta z}{\\partial z / \\partial w}",
			["deltaZ", "dzdw"],
			({ deltaZ, dzdw }) => deltaZ / dzdw,
		)
		.step(
			"w",
			"w' = w - \\Delta w",
			["oldW", "deltaW"],
			({ oldW, deltaW }) => oldW - deltaW,
		)
		.step(
			"z",
			"z' = (2w' + 3b)(2b + 1)",
			["w", "b"],
			({ w, b }) => graph.forward(w, b).z,
		),
);

/** Near b = −½ a small ∂z/∂w makes Δw huge, and rounding with it. */
const hardlyFeelsW = (b: number) => Math.abs(2 * b + 1) < 0.05;

/** Half way between two numbers of four decimals, where ways of rounding differ and with them answers that round. */
function roundsEitherWay(w: number, b: number, target: number): boolean {
	const solved = graph.solveW(w, b, target);
	const { x } = graph.forward(solved.w, b);
	return [solved.deltaW, solved.w, x].some((value) => {
		const fraction = Math.abs(value * 1e4) % 1;
		return Math.abs(fraction - 0.5) < 1e-3;
	});
}

export default cases({
	"forward-visible": [
		fixed(forward, { en: "w = 3, b = 4", zh: "w = 3，b = 4" }, [3, 4], {
			x: "18",
			y: "9",
			z: "162",
		}),
	],
	"gradients-visible": [
		fixed(
			gradients,
			{
				en: "w = 3, b = 4 (3 alone is only ∂x/∂b)",
				zh: "w = 3，b = 4（单独的 3 只是 ∂x/∂b）",
			},
			[3, 4],
			{
				dzdx: "9",
				dzdy: "18",
				dxdw: "2",
				dxdb: "3",
				dydb: "2",
				dzdw: "18",
				dzdb: "63",
			},
		),
	],
	"solve-w-visible": [
		fixed(
			solveW,
			{
				en: "the target 150 (the textbook prints 150.0003)",
				zh: "目标 150（原书印作 150.0003）",
			},
			[3, 4, 150],
			{ deltaW: "0.6667", w: "2.3333", z: "150" },
		),
	],
	"forward-random": [
		property(
			forward,
			{ en: "any w and b in [−10, 10]", zh: "任意 w、b ∈ [−10, 10]" },
			16,
			(draw) => [draw.number(-10, 10), draw.number(-10, 10)],
		),
	],
	"gradients-random": [
		property(
			gradients,
			{ en: "any w and b in [−10, 10]", zh: "任意 w、b ∈ [−10, 10]" },
			12,
			(draw) => [draw.number(-10, 10), draw.number(-10, 10)],
		),
		gradientCheck(
			gradients,
			{
				en: "the derivatives belong to your own z",
				zh: "导数与你自己的 z 相符",
			},
			12,
			(draw) => [draw.number(-10, 10), draw.number(-10, 10)],
			{
				forward,
				entries: [
					{
						path: ["dzdw"],
						of: ["z"],
						forwardArgs: ([w, b], delta) => [w + delta, b],
					},
					{
						path: ["dzdb"],
						of: ["z"],
						forwardArgs: ([w, b], delta) => [w, b + delta],
					},
				],
			},
		),
	],
	"solve-w-random": [
		property(
			solveW,
			{
				en: "any w and b in [−10, 10], any target in [−300, 300]",
				zh: "任意 w、b ∈ [−10, 10]，目标 ∈ [−300, 300]",
			},
			16,
			(draw) => {
				const w = draw.number(-10, 10);
				const b = draw.number(-10, 10);
				const target = draw.number(-300, 300);
				return hardlyFeelsW(b) || roundsEitherWay(w, b, target)
					? null
					: [w, b, target];
			},
		),
	],
	"gradients-edge": [
		fixed(
			gradients,
			{ en: "b = −½: z does not feel w", zh: "b = −½：z 不受 w 影响" },
			[3, -0.5],
		),
		fixed(
			gradients,
			{
				en: "x = 0: b acts on one path only",
				zh: "x = 0：b 只在一条路径上起作用",
			},
			[-6, 4],
		),
		fixed(gradients, { en: "both negative", zh: "两者皆为负" }, [-2, -3]),
		fixed(gradients, { en: "both zero", zh: "两者皆为零" }, [0, 0]),
	],
	"solve-w-edge": [
		fixed(
			solveW,
			{ en: "the target is already met", zh: "已经达到目标" },
			[3, 4, 162],
		),
		fixed(solveW, { en: "a target above z", zh: "目标大于 z" }, [3, 4, 200]),
		fixed(
			solveW,
			{ en: "a negative derivative", zh: "导数为负" },
			[-2.5, -2, -40],
		),
		refuses(
			solveW,
			{ en: "b = −½: no step can help", zh: "b = −½：怎么走都无济于事" },
			[3, -0.5, 150],
		),
	],
});
