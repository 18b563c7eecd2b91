import * as chain from "../../reference/nonlinear-chain.ts";
import {
	cases,
	fixed,
	property,
	pure,
	returnsSteps,
	returnsValue,
	stepGraph,
} from "../authoring/index.ts";

interface Values {
	a: number;
	b: number;
	c: number;
}

const backward = returnsSteps(
	"backward",
	["x", "values", "y"],
	(x: number, { a, b, c }: Values, y: number) => ({ x, a, b, c, y }),
	stepGraph<{ x: number; a: number; b: number; c: number; y: number }>()
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
		),
);

const nextX = returnsValue(
	"nextX",
	["x", "deltaX"],
	"x' = x - \\Delta x",
	(x: number, deltaX: number) => x - deltaX,
);

/** The arguments of one round: x, what the forward pass made of it, and the target. */
const round = (x: number, y: number): [number, Values, number] => [
	x,
	chain.forward(x),
	y,
];

const [first, second, third, fourth] = chain
	.solve(2, 2.13, 1e-3, 20)
	.trace.map((row) => row.x);

export default cases({
	"backward-visible": [
		fixed(
			backward,
			{ en: "Table 2-2, round 1", zh: "表 2-2 第 1 轮" },
			round(first ?? 0, 2.13),
			{
				deltaC: "-0.953",
				deltaB: "-2.243",
				deltaA: "-8.973",
				deltaX: "-2.243",
			},
		),
		fixed(
			backward,
			{
				en: "Table 2-2, round 2 (the textbook prints −26.317 for Δa)",
				zh: "表 2-2 第 2 轮（原书 Δa 印作 −26.317）",
			},
			round(second ?? 0, 2.13),
			{
				deltaC: "-0.430",
				deltaB: "-1.462",
				deltaA: "-26.314",
				deltaX: "-3.101",
			},
		),
		fixed(
			backward,
			{ en: "Table 2-2, round 3", zh: "表 2-2 第 3 轮" },
			round(third ?? 0, 2.13),
			{
				deltaC: "-0.133",
				deltaB: "-0.531",
				deltaA: "-28.662",
				deltaX: "-1.951",
			},
		),
		fixed(
			backward,
			{ en: "Table 2-2, round 4", zh: "表 2-2 第 4 轮" },
			round(fourth ?? 0, 2.13),
			{
				deltaC: "-0.018",
				deltaB: "-0.078",
				deltaA: "-6.699",
				deltaX: "-0.360",
			},
		),
		fixed(
			backward,
			{ en: "The class game, y = 2.14", zh: "课堂游戏，y = 2.14" },
			round(2, 2.14),
			{
				deltaC: "-0.962589977485",
				deltaB: "-2.26672617413",
				deltaA: "-9.06690469651",
				deltaX: "-2.26672617413",
			},
		),
	],
	"next-x-visible": [
		fixed(
			nextX,
			{ en: "From 2 to the second column", zh: "从 2 到第二列" },
			[2, -2.243177973676141],
			{ "": "4.24317797368" },
		),
		fixed(
			nextX,
			{ en: "The class game's next x", zh: "课堂游戏的下一个 x" },
			[2, -2.266726174126451],
			{ "": "4.26672617413" },
		),
	],
	"backward-random": [
		property(
			backward,
			{
				en: "any x in (1, 10] and y in (0, 2.14)",
				zh: "任意 x ∈ (1, 10]、y ∈ (0, 2.14)",
			},
			20,
			(draw) => round(draw.number(1.001, 10), draw.number(0.001, 2.139)),
		),
	],
	"next-x-random": [
		property(nextX, { en: "any x and Δx", zh: "任意 x 与 Δx" }, 12, (draw) => [
			draw.number(1, 10),
			draw.number(-5, 5),
		]),
	],
	"backward-edge": [
		fixed(
			backward,
			{
				en: "c is already y: nothing to hand back",
				zh: "c 已等于 y：没有误差可传",
			},
			round(3, chain.forward(3).c),
		),
		fixed(
			backward,
			{
				en: "x = 1: b is 0, and so is what passes it",
				zh: "x = 1：b 为 0，经过它的增量也为 0",
			},
			round(1, 1.8),
		),
		fixed(backward, { en: "y above c", zh: "y 大于 c" }, round(1.5, 2.1)),
		fixed(backward, { en: "y below c", zh: "y 小于 c" }, round(9.5, 0.4)),
		fixed(
			backward,
			{ en: "the far end, x = 10", zh: "区间右端 x = 10" },
			round(10, 2),
		),
	],
	"next-x-edge": [
		fixed(
			nextX,
			{ en: "below 1 is not held back yet", zh: "小于 1 也暂不限制" },
			[9.9, 34.79286435570004],
		),
		fixed(
			nextX,
			{ en: "a negative Δx moves right", zh: "Δx 为负则向右移动" },
			[1.1, -0.03044810807718261],
		),
	],
	pure: [
		pure(
			{ en: "`values` is left as it was", zh: "`values` 保持不变" },
			backward,
		),
	],
});
