import { dot } from "../../reference/vector.ts";
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

const approx1 = returnsValue(
	"approx1",
	["f", "df", "x", "dx"],
	"f(x) + f'(x)\\,\\Delta x",
	(
		f: (x: number) => number,
		df: (x: number) => number,
		x: number,
		dx: number,
	) => f(x) + df(x) * dx,
);

const deltaZ = returnsValue(
	"deltaZ",
	["gradient", "step"],
	"\\Delta z \\approx \\nabla z \\cdot \\Delta p",
	(gradient: number[], step: number[]) => dot(gradient, step),
);

const approximationError = returnsValue(
	"approximationError",
	["f", "gradient", "p", "step"],
	"f(p + \\Delta p) - f(p) - \\nabla f \\cdot \\Delta p",
	(
		f: (p: number[]) => number,
		gradient: number[],
		p: number[],
		step: number[],
	) => {
		const moved = p.map((value, index) => value + (step[index] ?? Number.NaN));
		return f(moved) - f(p) - dot(gradient, step);
	},
);

const polynomial = (...coefficients: number[]) =>
	aFunction("polynomial", ...coefficients);

/** A step that moves: one of 0 would hide every mistake. */
const drawStep = (draw: Draw) => draw.pick([-1, 1]) * draw.number(0.1, 0.5);

/** A curve and its slope; it bends by at least 0.5, so the tangent misses it. */
const drawCurve = (draw: Draw) => {
	const [c0, c1] = draw.pair(-3, 3);
	const c2 = draw.pick([-1, 1]) * draw.number(0.5, 3);
	const c3 = draw.number(-1, 1);
	const [f, df] = draw.pick([
		[polynomial(c0, c1, c2), polynomial(c1, 2 * c2)],
		[polynomial(c0, c1, c2, c3), polynomial(c1, 2 * c2, 3 * c3)],
		[aFunction("exp"), aFunction("exp")],
	] as const);
	return [f, df, draw.number(-2, 2), drawStep(draw)] as const;
};

/** A quadratic form with its exact gradient (A + Aᵀ)p. */
const drawQuadratic = (draw: Draw) => {
	const n = draw.integer(1, 5);
	const rows = draw.matrix(n, n, -3, 3);
	const p = draw.vector(n, -3, 3);
	const gradient = rows.map((row, i) =>
		dot(
			row.map((entry, j) => entry + (rows[j]?.[i] ?? 0)),
			p,
		),
	);
	const step = Array.from({ length: n }, () => drawStep(draw));
	return [
		aFunction("quadraticForm", n, ...rows.flat()),
		gradient,
		p,
		step,
	] as const;
};

const bowl = aFunction("weightedSquares", 1, 1);
const graph = aFunction("linearGraph");
const graphStep = [-1 / 3, -6 / 63];
const curvedBowl = aFunction("squarePlusSineSquare");
const curvedGradient = [6, Math.sin(2)];
const curvedStep = [-0.6, -0.1 * Math.sin(2)];

export default cases({
	"value-visible": [
		fixed(
			approx1,
			{ en: "eˣ at 1, Δx = 0.1", zh: "eˣ 在 1 处，Δx = 0.1" },
			[aFunction("exp"), aFunction("exp"), 1, 0.1],
			{ "": "2.99011001130" },
		),
		fixed(
			approx1,
			{ en: "eˣ at 1, Δx = 0.01", zh: "eˣ 在 1 处，Δx = 0.01" },
			[aFunction("exp"), aFunction("exp"), 1, 0.01],
			{ "": "2.74546464674" },
		),
		fixed(
			approx1,
			{ en: "x² at 3, Δx = −0.5", zh: "x² 在 3 处，Δx = −0.5" },
			[polynomial(0, 0, 1), polynomial(0, 2), 3, -0.5],
			{ "": "6" },
		),
	],
	"change-visible": [
		fixed(
			deltaZ,
			{ en: "the bowl x² + y² at (3, −4)", zh: "碗面 x² + y² 在 (3, −4) 处" },
			[
				[6, -8],
				[0.01, 0.02],
			],
			{ "": "-0.1" },
		),
		fixed(
			deltaZ,
			{
				en: "the linear graph: exactly the −12 that is wanted",
				zh: "线性计算图：恰好是所需的 −12",
			},
			[[18, 63], graphStep],
			{ "": "-12" },
		),
		fixed(
			deltaZ,
			{
				en: "x² + sin² y at (3, 1), a tenth of the gradient downhill",
				zh: "x² + sin² y 在 (3, 1) 处，沿梯度下坡走十分之一",
			},
			[curvedGradient, curvedStep],
			{ "": "-3.68268218104" },
		),
	],
	"error-visible": [
		fixed(
			approximationError,
			{ en: "the bowl x² + y² at (3, −4)", zh: "碗面 x² + y² 在 (3, −4) 处" },
			[bowl, [6, -8], [3, -4], [0.01, 0.02]],
			{ "": "0.0005" },
		),
		fixed(
			approximationError,
			{
				en: "the linear graph: z changes by −11.8186, not by −12",
				zh: "线性计算图：z 变化 −11.8186，而不是 −12",
			},
			[graph, [18, 63], [3, 4], graphStep],
			{ "": "0.181405895692" },
		),
		fixed(
			approximationError,
			{ en: "x² + sin² y at (3, 1)", zh: "x² + sin² y 在 (3, 1) 处" },
			[curvedBowl, curvedGradient, [3, 1], curvedStep],
			{ "": "0.357023682958" },
		),
	],
	"value-random": [
		property(
			approx1,
			{
				en: "curves on [−2, 2], steps of 0.1 to 0.5",
				zh: "[−2, 2] 上的曲线，步长 0.1 至 0.5",
			},
			16,
			drawCurve,
		),
	],
	"change-random": [
		property(
			deltaZ,
			{ en: "1 to 6 variables", zh: "1 至 6 个变量" },
			16,
			(draw) => {
				const n = draw.integer(1, 6);
				return [
					draw.vector(n, -9, 9),
					Array.from({ length: n }, () => drawStep(draw)),
				];
			},
		),
	],
	"error-random": [
		property(
			approximationError,
			{
				en: "quadratic forms in 1 to 5 variables",
				zh: "1 至 5 个变量的二次型",
			},
			20,
			drawQuadratic,
		),
	],
	"value-edge": [
		fixed(approx1, { en: "no step at all", zh: "一步也不走" }, [
			aFunction("exp"),
			aFunction("exp"),
			1.5,
			0,
		]),
		fixed(
			approx1,
			{ en: "a straight line is its own tangent", zh: "直线就是自己的切线" },
			[polynomial(2, -3), polynomial(-3), 4, 100],
		),
		fixed(approx1, { en: "a slope of 0", zh: "斜率为 0" }, [
			aFunction("cos"),
			polynomial(0),
			0,
			0.3,
		]),
	],
	"change-edge": [
		fixed(deltaZ, { en: "one variable", zh: "单变量" }, [[-4], [0.25]]),
		fixed(deltaZ, { en: "along the contour", zh: "沿着等高线" }, [
			[6, -8],
			[0.8, 0.6],
		]),
		refuses(deltaZ, { en: "a step with too few entries", zh: "步子少了分量" }, [
			[1, 2, 3],
			[0.1],
		]),
		refuses(
			deltaZ,
			{ en: "a step with too many entries", zh: "步子多了分量" },
			[
				[1, 2],
				[0.1, 0.1, 0.1],
			],
		),
	],
	"error-edge": [
		fixed(
			approximationError,
			{ en: "a plane has no error", zh: "平面没有误差" },
			[aFunction("linearForm", 7, 2, -3), [2, -3], [1, 1], [10, 20]],
		),
		fixed(approximationError, { en: "one variable", zh: "单变量" }, [
			aFunction("weightedSquares", 2),
			[12],
			[3],
			[-0.5],
		]),
		fixed(
			approximationError,
			{ en: "a saddle: below the tangent plane", zh: "鞍面：低于切平面" },
			[aFunction("weightedSquares", 1, -1), [2, -2], [1, 1], [0, 0.5]],
		),
		fixed(
			approximationError,
			{
				en: "a gradient that is off is used as given",
				zh: "给定的梯度有偏差，也照样使用",
			},
			[bowl, [5, -8], [3, -4], [0.1, 0.2]],
		),
		refuses(
			approximationError,
			{ en: "a gradient that is too short", zh: "梯度的分量太少" },
			[bowl, [6], [3, -4], [0.01, 0.02]],
		),
		refuses(
			approximationError,
			{ en: "a point with too many entries", zh: "点的分量太多" },
			[bowl, [6, -8], [3, -4, 1], [0.01, 0.02]],
		),
		refuses(
			approximationError,
			{ en: "a step that is too short", zh: "步子的分量太少" },
			[bowl, [6, -8], [3, -4], [0.01]],
		),
	],
	pure: [
		pure(
			{
				en: "points and vectors are left as they were",
				zh: "点与向量保持不变",
			},
			deltaZ,
			approximationError,
		),
	],
});
