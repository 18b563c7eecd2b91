import * as quotients from "../../reference/central-difference.ts";
import { dot, norm, steepestDescentDirection } from "../../reference/vector.ts";
import type { Draw } from "../authoring/draw.ts";
import {
	aFunction,
	cases,
	fixed,
	property,
	pure,
	refuses,
	returnsValue,
} from "../authoring/index.ts";

type F = (p: number[]) => number;

const numericGradient = returnsValue(
	"numericGradient",
	["f", "p", "h"],
	"\\frac{f(\\ldots, p_i + h, \\ldots) - f(\\ldots, p_i - h, \\ldots)}{2h}",
	(f: F, p: number[], h: number) => quotients.numericGradient(f, p, h),
);

const isStationary = returnsValue(
	"isStationary",
	["f", "p", "h", "tol"],
	"\\left|\\frac{\\partial f}{\\partial p_i}\\right| \\le \\mathrm{tol}",
	(f: F, p: number[], h: number, tol: number) =>
		quotients.numericGradient(f, p, h).every((slope) => Math.abs(slope) <= tol),
);

const direction = returnsValue(
	"steepestDescentDirection",
	["gradient"],
	"-\\frac{\\nabla f}{|\\nabla f|}",
	(gradient: number[]) => steepestDescentDirection(gradient),
);

const directionalDerivative = returnsValue(
	"directionalDerivative",
	["gradient", "direction"],
	"\\nabla f \\cdot \\frac{d}{|d|}",
	(gradient: number[], along: number[]) => dot(gradient, along) / norm(along),
);

/** Around a difference quotient there is more rounding than around a closed formula. */
const tolerance = { absolute: 1e-7, relative: 1e-7 };

const bowl = aFunction("weightedSquares", 1, 1);

/** Any function a whole quadratic form can be; its variables are coupled. */
const drawQuadratic = (draw: Draw) => {
	const n = draw.integer(2, 6);
	const f = aFunction("quadraticForm", n, ...draw.vector(n * n, -3, 3));
	const h = draw.pick([1e-2, 1e-3, 1e-4]);
	return [f, draw.vector(n, -3, 3), h] as const;
};

/** A point whose slopes have at most 0.3 tol, or one of them at least 3 tol. */
const drawStationary = (draw: Draw) => {
	const n = draw.integer(1, 4);
	const tol = draw.pick([0.01, 0.1, 1]);
	const weights = Array.from(
		{ length: n },
		() => draw.pick([-1, 1]) * draw.number(1, 3),
	);
	const steep = draw.boolean() ? draw.integer(0, n - 1) : -1;
	const p = weights.map((weight, index) => {
		const slope =
			draw.pick([-1, 1]) *
			(index === steep ? draw.number(3, 10) : draw.number(0, 0.3));
		return (slope * tol) / (2 * weight);
	});
	return [aFunction("weightedSquares", ...weights), p, 1e-4, tol] as const;
};

/** A vector with a direction that rounding cannot turn. */
const drawVector = (draw: Draw, n: number) => {
	const vector = draw.vector(n, -5, 5);
	return norm(vector) < 0.1 ? null : vector;
};

export default cases({
	"gradient-visible": [
		fixed(
			numericGradient,
			{ en: "x² + y² at (3, −4)", zh: "x² + y² 在 (3, −4) 处" },
			[bowl, [3, -4], 1e-4],
			{ "[0]": "6.0000", "[1]": "-8.0000" },
			{ tolerance },
		),
		fixed(
			numericGradient,
			{ en: "x² + sin² y at (3, 1)", zh: "x² + sin² y 在 (3, 1) 处" },
			[aFunction("squarePlusSineSquare"), [3, 1], 1e-4],
			{ "[0]": "6.0000", "[1]": "0.9092974" },
			{ tolerance },
		),
		fixed(
			numericGradient,
			{
				en: "(2w + 3b)(2b + 1) at w = 3, b = 4",
				zh: "(2w + 3b)(2b + 1) 在 w = 3、b = 4 处",
			},
			[aFunction("linearGraph"), [3, 4], 1e-4],
			{ "[0]": "18.0000", "[1]": "63.0000" },
			{ tolerance },
		),
	],
	"stationary-visible": [
		fixed(
			isStationary,
			{ en: "the bottom of the bowl", zh: "碗底" },
			[bowl, [0, 0], 1e-4, 1e-6],
			{ "": "true" },
		),
		fixed(
			isStationary,
			{ en: "on the side of the bowl", zh: "碗壁" },
			[bowl, [3, -4], 1e-4, 1e-6],
			{ "": "false" },
		),
	],
	"direction-visible": [
		fixed(
			direction,
			{ en: "down from (3, −4) on x² + y²", zh: "x² + y² 上从 (3, −4) 下坡" },
			[[6, -8]],
			{ "[0]": "-0.6", "[1]": "0.8" },
		),
		fixed(
			direction,
			{ en: "down on the linear graph", zh: "线性计算图上的下坡" },
			[[18, 63]],
			{ "[0]": "-0.274721127897", "[1]": "-0.961523947641" },
		),
	],
	"slope-visible": [
		fixed(
			directionalDerivative,
			{ en: "straight down", zh: "径直下坡" },
			[
				[6, -8],
				[-6, 8],
			],
			{ "": "-10" },
		),
		fixed(
			directionalDerivative,
			{ en: "along x alone", zh: "只沿 x 方向" },
			[
				[6, -8],
				[1, 0],
			],
			{ "": "6" },
		),
		fixed(
			directionalDerivative,
			{ en: "straight up on the linear graph", zh: "线性计算图上径直上坡" },
			[
				[18, 63],
				[18, 63],
			],
			{ "": "65.5209890035" },
		),
	],
	"gradient-random": [
		property(
			numericGradient,
			{
				en: "quadratic forms in 2 to 6 variables",
				zh: "2 至 6 个变量的二次型",
			},
			20,
			drawQuadratic,
			{ tolerance },
		),
	],
	"stationary-random": [
		property(
			isStationary,
			{
				en: "weighted squares in 1 to 4 variables",
				zh: "1 至 4 个变量的加权平方和",
			},
			16,
			drawStationary,
		),
	],
	"direction-random": [
		property(
			direction,
			{ en: "1 to 6 slopes in [−5, 5]", zh: "1 至 6 个斜率 ∈ [−5, 5]" },
			16,
			(draw) => {
				const gradient = drawVector(draw, draw.integer(1, 6));
				return gradient && [gradient];
			},
		),
	],
	"slope-random": [
		property(
			directionalDerivative,
			{ en: "1 to 6 variables", zh: "1 至 6 个变量" },
			16,
			(draw) => {
				const n = draw.integer(1, 6);
				const along = drawVector(draw, n);
				return along && [draw.vector(n, -5, 5), along];
			},
		),
	],
	"gradient-edge": [
		fixed(
			numericGradient,
			{ en: "one variable", zh: "单变量" },
			[aFunction("weightedSquares", 3), [-2], 1e-3],
			{},
			{ tolerance },
		),
		fixed(
			numericGradient,
			{ en: "a long step on sin² y", zh: "sin² y 上很长的一步" },
			[aFunction("squarePlusSineSquare"), [-1, 1], 0.5],
			{},
			{ tolerance },
		),
		fixed(
			numericGradient,
			{ en: "a plane: the step does not matter", zh: "平面：步长无关紧要" },
			[aFunction("linearForm", 7, 2, -3, 0.5), [1, 1, 1], 10],
			{},
			{ tolerance },
		),
		fixed(
			numericGradient,
			{ en: "a negative step gives the same", zh: "负步长结果相同" },
			[aFunction("linearGraph"), [3, 4], -1e-4],
			{},
			{ tolerance },
		),
		fixed(
			numericGradient,
			{ en: "the top of a hill: zeros", zh: "山顶：全为零" },
			[aFunction("weightedSquares", -1, -2), [0, 0], 1e-4],
			{},
			{ tolerance },
		),
		refuses(
			numericGradient,
			{ en: "step 0 throws", zh: "步长为 0 时抛出错误" },
			[bowl, [3, -4], 0],
		),
	],
	"stationary-edge": [
		fixed(
			isStationary,
			{ en: "one slope of two is 0", zh: "两个斜率中有一个为 0" },
			[bowl, [0, 3], 1e-4, 1e-6],
		),
		fixed(
			isStationary,
			{ en: "two slopes that cancel in a sum", zh: "两个斜率相加抵消" },
			[bowl, [2, -2], 1e-4, 1e-6],
		),
		fixed(isStationary, { en: "the middle of a saddle", zh: "鞍点" }, [
			aFunction("weightedSquares", 1, -1),
			[0, 0],
			1e-4,
			1e-6,
		]),
		fixed(
			isStationary,
			{
				en: "a slope of exactly tol is small enough",
				zh: "斜率恰为 tol 算足够小",
			},
			[aFunction("linearForm", 0, 0.5), [0], 2 ** -10, 0.5],
		),
	],
	"direction-edge": [
		fixed(
			direction,
			{ en: "a zero gradient gives zeros", zh: "零梯度返回全零" },
			[[0, 0, 0]],
		),
		fixed(direction, { en: "one variable, rising", zh: "单变量，上升" }, [
			[0.02],
		]),
		fixed(direction, { en: "one variable, falling", zh: "单变量，下降" }, [
			[-300],
		]),
		fixed(direction, { en: "along one axis only", zh: "只沿一条坐标轴" }, [
			[0, -7, 0],
		]),
	],
	"slope-edge": [
		fixed(directionalDerivative, { en: "across the slope", zh: "横穿山坡" }, [
			[6, -8],
			[8, 6],
		]),
		fixed(
			directionalDerivative,
			{ en: "one variable, a long direction", zh: "单变量，很长的方向" },
			[[3], [-100]],
		),
		refuses(directionalDerivative, { en: "no direction", zh: "没有方向" }, [
			[6, -8],
			[0, 0],
		]),
		refuses(
			directionalDerivative,
			{ en: "lengths that differ", zh: "长度不等" },
			[
				[6, -8],
				[1, 0, 0],
			],
		),
		refuses(
			directionalDerivative,
			{ en: "a direction that is too short", zh: "方向的分量太少" },
			[[6, -8], [1]],
		),
	],
	pure: [
		pure(
			{
				en: "points and vectors are left as they were",
				zh: "点与向量保持不变",
			},
			numericGradient,
			isStationary,
			direction,
			directionalDerivative,
		),
	],
});
