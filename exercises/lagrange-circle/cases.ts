import type { Draw } from "../authoring/draw.ts";
import {
	cases,
	fixed,
	gradientCheck,
	property,
	pure,
	refuses,
	returnsSteps,
	stepGraph,
} from "../authoring/index.ts";

/** The plane z = px + qy and the circle of radius r around the origin. */
interface Problem {
	p: number;
	q: number;
	r: number;
}

interface Place {
	x: number;
	y: number;
	lambda: number;
}

const merged = (problem: Problem, at: Place) => ({ ...problem, ...at });

const lagrangian = returnsSteps(
	"lagrangian",
	["problem", "at"],
	merged,
	stepGraph<Problem & Place>()
		.step(
			"objective",
			"f = px + qy",
			["p", "q", "x", "y"],
			({ p, q, x, y }) => p * x + q * y,
		)
		.step(
			"constraint",
			"g = x^2 + y^2 - r^2",
			["x", "y", "r"],
			({ x, y, r }) => x * x + y * y - r * r,
		)
		.step(
			"L",
			"L = f - \\lambda g",
			["objective", "lambda", "constraint"],
			({ objective, lambda, constraint }) => objective - lambda * constraint,
		),
);

const lagrangianGradient = returnsSteps(
	"lagrangianGradient",
	["problem", "at"],
	merged,
	stepGraph<Problem & Place>()
		.step(
			"dLdx",
			"\\frac{\\partial L}{\\partial x} = p - 2\\lambda x",
			["p", "lambda", "x"],
			({ p, lambda, x }) => p - 2 * lambda * x,
		)
		.step(
			"dLdy",
			"\\frac{\\partial L}{\\partial y} = q - 2\\lambda y",
			["q", "lambda", "y"],
			({ q, lambda, y }) => q - 2 * lambda * y,
		)
		.step(
			"dLdLambda",
			"\\frac{\\partial L}{\\partial \\lambda} = r^2 - x^2 - y^2",
			["r", "x", "y"],
			({ r, x, y }) => r * r - x * x - y * y,
		),
);

type Kind = "minimum" | "maximum";

const extremeOnCircle = returnsSteps(
	"extremeOnCircle",
	["problem", "kind"],
	(problem: Problem, kind: Kind) => ({ ...problem, kind }),
	stepGraph<Problem & { kind: Kind }>()
		.inner("slope", "s = \\sqrt{p^2 + q^2}", ["p", "q"], ({ p, q }) =>
			Math.sqrt(p * p + q * q),
		)
		.step(
			"lambda",
			"\\lambda = \\mp\\frac{s}{2r}",
			["slope", "r", "kind"],
			({ slope, r, kind }) => ((kind === "minimum" ? -1 : 1) * slope) / (2 * r),
		)
		.step(
			"x",
			"x = \\frac{p}{2\\lambda}",
			["p", "lambda"],
			({ p, lambda }) => p / (2 * lambda),
		)
		.step(
			"y",
			"y = \\frac{q}{2\\lambda}",
			["q", "lambda"],
			({ q, lambda }) => q / (2 * lambda),
		)
		.step(
			"value",
			"f = px + qy",
			["p", "q", "x", "y"],
			({ p, q, x, y }) => p * x + q * y,
		),
);

const unit: Problem = { p: 1, q: 1, r: 1 };
const five: Problem = { p: 3, q: 4, r: 5 };
const lowest = { x: -Math.SQRT1_2, y: -Math.SQRT1_2, lambda: -Math.SQRT1_2 };

const drawProblem = (draw: Draw): Problem => ({
	p: draw.number(-5, 5),
	q: draw.number(-5, 5),
	r: draw.number(0.1, 5),
});

const drawPlace = (draw: Draw): Place => ({
	x: draw.number(-5, 5),
	y: draw.number(-5, 5),
	lambda: draw.number(-3, 3),
});

export default cases({
	"lagrangian-visible": [
		fixed(
			lagrangian,
			{
				en: "the lowest place of x + y on the unit circle",
				zh: "x + y 在单位圆上的最低处",
			},
			[unit, lowest],
			{
				objective: "-1.41421356237",
				constraint: "0.00000000",
				L: "-1.41421356237",
			},
		),
		fixed(
			lagrangian,
			{ en: "x + y, inside the unit circle", zh: "x + y，在单位圆之内" },
			[unit, { x: 0.5, y: 0.25, lambda: -1 }],
			{ objective: "0.75", constraint: "-0.6875", L: "0.0625" },
		),
		fixed(
			lagrangian,
			{
				en: "3x + 4y, outside the circle of radius 5",
				zh: "3x + 4y，在半径为 5 的圆之外",
			},
			[five, { x: 6, y: -2, lambda: 0.5 }],
			{ objective: "10", constraint: "15", L: "2.5" },
		),
	],
	"gradient-visible": [
		fixed(
			lagrangianGradient,
			{
				en: "the lowest place of x + y on the unit circle: all three are 0",
				zh: "x + y 在单位圆上的最低处：三个都为 0",
			},
			[unit, lowest],
			{ dLdx: "0.00000000", dLdy: "0.00000000", dLdLambda: "0.00000000" },
		),
		fixed(
			lagrangianGradient,
			{ en: "x + y, inside the unit circle", zh: "x + y，在单位圆之内" },
			[unit, { x: 0.5, y: 0.25, lambda: -1 }],
			{ dLdx: "2", dLdy: "1.5", dLdLambda: "0.6875" },
		),
		fixed(
			lagrangianGradient,
			{
				en: "3x + 4y, outside the circle of radius 5",
				zh: "3x + 4y，在半径为 5 的圆之外",
			},
			[five, { x: 6, y: -2, lambda: 0.5 }],
			{ dLdx: "-3", dLdy: "6", dLdLambda: "-15" },
		),
	],
	"extreme-visible": [
		fixed(
			extremeOnCircle,
			{ en: "least x + y on the unit circle", zh: "单位圆上 x + y 的最小值" },
			[unit, "minimum"],
			{
				lambda: "-0.707106781187",
				x: "-0.707106781187",
				y: "-0.707106781187",
				value: "-1.41421356237",
			},
		),
		fixed(
			extremeOnCircle,
			{
				en: "greatest x + y on the unit circle",
				zh: "单位圆上 x + y 的最大值",
			},
			[unit, "maximum"],
			{
				lambda: "0.707106781187",
				x: "0.707106781187",
				y: "0.707106781187",
				value: "1.41421356237",
			},
		),
		fixed(
			extremeOnCircle,
			{
				en: "least 3x + 4y on the circle of radius 5",
				zh: "半径为 5 的圆上 3x + 4y 的最小值",
			},
			[five, "minimum"],
			{ lambda: "-0.5", x: "-3", y: "-4", value: "-25" },
		),
	],
	"lagrangian-random": [
		property(
			lagrangian,
			{ en: "any plane, circle and place", zh: "任意的平面、圆与位置" },
			12,
			(draw) => [drawProblem(draw), drawPlace(draw)],
		),
	],
	"gradient-random": [
		property(
			lagrangianGradient,
			{ en: "any plane, circle and place", zh: "任意的平面、圆与位置" },
			12,
			(draw) => [drawProblem(draw), drawPlace(draw)],
		),
		gradientCheck(
			lagrangianGradient,
			{
				en: "the slopes belong to your own L",
				zh: "偏导数与你自己的 L 相符",
			},
			8,
			(draw) => [drawProblem(draw), drawPlace(draw)],
			{
				forward: lagrangian,
				entries: (["x", "y", "lambda"] as const).map((variable) => ({
					path: [{ x: "dLdx", y: "dLdy", lambda: "dLdLambda" }[variable]],
					of: ["L"],
					forwardArgs: ([problem, at], delta) => [
						problem,
						{ ...at, [variable]: at[variable] + delta },
					],
				})),
			},
		),
	],
	"extreme-random": [
		property(
			extremeOnCircle,
			{
				en: "any plane that is not level, radius 0.1 to 5",
				zh: "任意不水平的平面，半径 0.1 至 5",
			},
			24,
			(draw) => {
				const problem = drawProblem(draw);
				const kind = draw.pick<Kind>(["minimum", "maximum"]);
				return Math.hypot(problem.p, problem.q) < 0.1 ? null : [problem, kind];
			},
		),
	],
	"gradient-edge": [
		fixed(
			lagrangianGradient,
			{ en: "λ = 0: the slopes of the plane", zh: "λ = 0：平面本身的斜率" },
			[five, { x: 1, y: 2, lambda: 0 }],
		),
		fixed(lagrangianGradient, { en: "at the centre", zh: "在圆心" }, [
			five,
			{ x: 0, y: 0, lambda: 2 },
		]),
		fixed(lagrangianGradient, { en: "a level plane", zh: "水平的平面" }, [
			{ p: 0, q: 0, r: 2 },
			{ x: 1, y: -1, lambda: 0.25 },
		]),
	],
	"extreme-edge": [
		fixed(
			extremeOnCircle,
			{ en: "rising along x only", zh: "只沿 x 方向上升" },
			[{ p: 2, q: 0, r: 3 }, "minimum"],
		),
		fixed(
			extremeOnCircle,
			{ en: "falling along y only", zh: "只沿 y 方向下降" },
			[{ p: 0, q: -2, r: 3 }, "maximum"],
		),
		fixed(extremeOnCircle, { en: "a tiny circle", zh: "很小的圆" }, [
			{ p: -3, q: 4, r: 0.001 },
			"maximum",
		]),
		fixed(
			extremeOnCircle,
			{ en: "a huge circle, a gentle slope", zh: "很大的圆，很缓的坡" },
			[{ p: 0.003, q: -0.004, r: 1000 }, "minimum"],
		),
		refuses(
			extremeOnCircle,
			{ en: "a level plane has no lowest place", zh: "水平的平面没有最低处" },
			[{ p: 0, q: 0, r: 1 }, "minimum"],
		),
		refuses(
			extremeOnCircle,
			{ en: "a circle of radius 0", zh: "半径为 0 的圆" },
			[{ p: 1, q: 1, r: 0 }, "maximum"],
		),
		refuses(extremeOnCircle, { en: "a negative radius", zh: "半径为负" }, [
			{ p: 1, q: 1, r: -2 },
			"minimum",
		]),
	],
	pure: [
		pure(
			{
				en: "`problem` and `at` are left as they were",
				zh: "`problem` 与 `at` 保持不变",
			},
			lagrangian,
			lagrangianGradient,
			extremeOnCircle,
		),
	],
});
