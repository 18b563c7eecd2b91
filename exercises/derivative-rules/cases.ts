import { dSigmoid } from "../../reference/activations.ts";
import type { Draw } from "../authoring/draw.ts";
import {
	aFunction,
	cases,
	fixed,
	property,
	returnsValue,
} from "../authoring/index.ts";

type F = (x: number) => number;

const sumRule = returnsValue(
	"sumRule",
	["df", "dg"],
	"(f + g)' = f' + g'",
	(df: F, dg: F): F =>
		(x) =>
			df(x) + dg(x),
);

const scaleRule = returnsValue(
	"scaleRule",
	["c", "df"],
	"(c f)' = c f'",
	(c: number, df: F): F =>
		(x) =>
			c * df(x),
);

const reciprocalRule = returnsValue(
	"reciprocalRule",
	["f", "df"],
	"\\left(\\frac1f\\right)' = -\\frac{f'}{f^2}",
	(f: F, df: F): F =>
		(x) =>
			-df(x) / f(x) ** 2,
);

const sigmoidDerivative = returnsValue(
	"sigmoidDerivative",
	["x"],
	"\\sigma'(x) = \\sigma(x)\\,(1 - \\sigma(x))",
	dSigmoid,
);

/** A slope of at most this size counts as 0. */
const flatness = 1e-9;

const stationaryKind = returnsValue(
	"stationaryKind",
	["df", "a", "h"],
	"f'(a) = 0,\\ f'(a-h),\\ f'(a+h)",
	(df: F, a: number, h: number) => {
		if (Math.abs(df(a)) > flatness) return "not stationary";
		const before = df(a - h);
		const after = df(a + h);
		if (before < 0 && after > 0) return "minimum";
		return before > 0 && after < 0 ? "maximum" : "flat";
	},
);

const polynomial = (...coefficients: number[]) =>
	aFunction("polynomial", ...coefficients);

/** Where the returned functions are asked. */
const apply = [[-1.7], [-0.4], [0.3], [1], [2.5]];

/** A derivative: of a polynomial, eˣ or sin x. */
const drawDerivative = (draw: Draw) => {
	const coefficients = draw.vector(3, -3, 3);
	return draw.pick([
		polynomial(...coefficients.slice(1)),
		polynomial(...coefficients),
		aFunction("exp"),
		aFunction("cos"),
	]);
};

/** ±(c₀ + c₂(x − m)²) with c₀ ≥ ½: a parabola that stays away from 0, where its reciprocal would have a pole. */
const drawReciprocal = (draw: Draw) => {
	const c0 = draw.number(0.5, 3);
	const c2 = draw.number(0.2, 2);
	const m = draw.number(-2, 2);
	const sign = draw.pick([1, -1]);
	return [
		polynomial(sign * (c0 + c2 * m * m), sign * -2 * c2 * m, sign * c2),
		polynomial(sign * -2 * c2 * m, sign * 2 * c2),
	] as const;
};

/** A derivative with a known kind of point at `a`: c(x − a), twice as often as the others, c(x − a)², or a line that is not 0 there. */
const drawStationary = (draw: Draw) => {
	const a = draw.number(-2, 2);
	const c = draw.pick([-1, 1]) * draw.number(1, 3);
	const h = draw.pick([0.1, 0.05, 0.02]);
	const df = draw.pick([
		polynomial(-c * a, c),
		polynomial(-c * a, c),
		polynomial(c * a * a, -2 * c * a, c),
		polynomial(-c * a + draw.pick([-1, 1]) * draw.number(0.1, 2), c),
	]);
	return [df, a, h] as const;
};

/** The derivative of x². */
const twice = polynomial(0, 2);

export default cases({
	"sum-visible": [
		fixed(
			sumRule,
			{
				en: "x² + sin x, asked at 0, 1 and −1",
				zh: "x² + sin x，在 0、1、−1 处求值",
			},
			[twice, aFunction("cos")],
			{ "[0]": "1", "[1]": "2.54030230587" },
			{ apply: [[0], [1], [-1]] },
		),
	],
	"scale-visible": [
		fixed(
			scaleRule,
			{ en: "3eˣ, asked at 0, 1 and −1", zh: "3eˣ，在 0、1、−1 处求值" },
			[3, aFunction("exp")],
			{ "[0]": "3", "[1]": "8.15484548538" },
			{ apply: [[0], [1], [-1]] },
		),
	],
	"reciprocal-visible": [
		fixed(
			reciprocalRule,
			{
				en: "1/(1 + x²), asked at 1, 0 and −2",
				zh: "1/(1 + x²)，在 1、0、−2 处求值",
			},
			[polynomial(1, 0, 1), twice],
			{ "[0]": "-0.5", "[1]": "0", "[2]": "0.16" },
			{ apply: [[1], [0], [-2]] },
		),
		fixed(
			reciprocalRule,
			{
				en: "1/eˣ, which is e⁻ˣ, asked at 1 and −1",
				zh: "1/eˣ，即 e⁻ˣ，在 1、−1 处求值",
			},
			[aFunction("exp"), aFunction("exp")],
			{ "[0]": "-0.367879441171" },
			{ apply: [[1], [-1]] },
		),
	],
	"sigmoid-visible": [
		fixed(sigmoidDerivative, { en: "the steepest place", zh: "最陡处" }, [0], {
			"": "0.25",
		}),
		fixed(sigmoidDerivative, { en: "x = 0.385", zh: "x = 0.385" }, [0.385], {
			"": "0.240960083807",
		}),
	],
	"kind-visible": [
		fixed(stationaryKind, { en: "x² at 0", zh: "x² 在 0 处" }, [twice, 0, 0.1]),
		fixed(stationaryKind, { en: "−x² at 0", zh: "−x² 在 0 处" }, [
			polynomial(0, -2),
			0,
			0.1,
		]),
		fixed(stationaryKind, { en: "x³ at 0", zh: "x³ 在 0 处" }, [
			polynomial(0, 0, 3),
			0,
			0.1,
		]),
		fixed(stationaryKind, { en: "x² at 1", zh: "x² 在 1 处" }, [twice, 1, 0.1]),
	],
	"sum-random": [
		property(
			sumRule,
			{
				en: "polynomials, eˣ, sin x, asked at −1.7, −0.4, 0.3, 1 and 2.5",
				zh: "多项式、eˣ、sin x，在 −1.7、−0.4、0.3、1、2.5 处求值",
			},
			12,
			(draw) => [drawDerivative(draw), drawDerivative(draw)],
			{ apply },
		),
	],
	"scale-random": [
		property(
			scaleRule,
			{
				en: "any factor in [−5, 5], asked at −1.7, −0.4, 0.3, 1 and 2.5",
				zh: "任意因子 ∈ [−5, 5]，在 −1.7、−0.4、0.3、1、2.5 处求值",
			},
			12,
			(draw) => [draw.number(-5, 5), drawDerivative(draw)],
			{ apply },
		),
	],
	"reciprocal-random": [
		property(
			reciprocalRule,
			{
				en: "parabolas without a zero, asked at −1.7, −0.4, 0.3, 1 and 2.5",
				zh: "没有零点的抛物线，在 −1.7、−0.4、0.3、1、2.5 处求值",
			},
			12,
			drawReciprocal,
			{ apply },
		),
	],
	"sigmoid-random": [
		property(
			sigmoidDerivative,
			{ en: "any x in [−8, 8]", zh: "任意 x ∈ [−8, 8]" },
			12,
			(draw) => [draw.number(-8, 8)],
		),
	],
	"kind-random": [
		property(
			stationaryKind,
			{ en: "lines and parabolas as slopes", zh: "斜率为直线或抛物线" },
			20,
			drawStationary,
		),
	],
	"sigmoid-edge": [
		fixed(sigmoidDerivative, { en: "x = −10", zh: "x = −10" }, [-10]),
		fixed(sigmoidDerivative, { en: "x = 10", zh: "x = 10" }, [10]),
		fixed(sigmoidDerivative, { en: "x = −6", zh: "x = −6" }, [-6]),
		fixed(sigmoidDerivative, { en: "x = 6", zh: "x = 6" }, [6]),
		fixed(sigmoidDerivative, { en: "x = −15", zh: "x = −15" }, [-15]),
		fixed(sigmoidDerivative, { en: "x = 15", zh: "x = 15" }, [15]),
		fixed(
			sigmoidDerivative,
			{ en: "x = 800: 0, not NaN", zh: "x = 800：是 0，不是 NaN" },
			[800],
		),
		fixed(
			sigmoidDerivative,
			{ en: "x = −800: 0, not NaN", zh: "x = −800：是 0，不是 NaN" },
			[-800],
		),
	],
	"kind-edge": [
		fixed(
			stationaryKind,
			{ en: "a constant is flat everywhere", zh: "常数函数处处平坦" },
			[polynomial(0), 3, 0.1],
		),
		fixed(
			stationaryKind,
			{ en: "a slope below 1e-9 counts as 0", zh: "不到 1e-9 的斜率算作 0" },
			[polynomial(5e-10, 1), 0, 0.1],
		),
		fixed(
			stationaryKind,
			{ en: "a slope above 1e-9 does not", zh: "超过 1e-9 的斜率不算 0" },
			[polynomial(-3e-9, -1), 0, 0.1],
		),
		fixed(
			stationaryKind,
			{ en: "a hill between two valleys", zh: "两谷之间的山丘" },
			[polynomial(0, -1, 0, 1), 0, 0.5],
		),
		fixed(
			stationaryKind,
			{
				en: "the same hill: the slope is 0 again at a − h and a + h",
				zh: "同一山丘：a − h 与 a + h 处斜率又为 0",
			},
			[polynomial(0, -1, 0, 1), 0, 1],
		),
		fixed(
			stationaryKind,
			{
				en: "the same hill, with a step that jumps over the valleys",
				zh: "同一山丘，一步跨过两侧的谷",
			},
			[polynomial(0, -1, 0, 1), 0, 2],
		),
		fixed(
			stationaryKind,
			{
				en: "0 on the left, uphill on the right",
				zh: "左侧斜率为 0，右侧上坡",
			},
			[polynomial(0, 1, 1), 0, 1],
		),
		fixed(
			stationaryKind,
			{
				en: "downhill on the left, 0 on the right",
				zh: "左侧下坡，右侧斜率为 0",
			},
			[polynomial(0, 1, -1), 0, 1],
		),
		fixed(
			stationaryKind,
			{
				en: "0 on the left, downhill on the right",
				zh: "左侧斜率为 0，右侧下坡",
			},
			[polynomial(0, -1, -1), 0, 1],
		),
		fixed(
			stationaryKind,
			{
				en: "uphill on the left, 0 on the right",
				zh: "左侧上坡，右侧斜率为 0",
			},
			[polynomial(0, -1, 1), 0, 1],
		),
		fixed(
			stationaryKind,
			{
				en: "a slope of exactly 1e-9 still counts as 0",
				zh: "恰为 1e-9 的斜率仍算作 0",
			},
			[polynomial(1e-9, 1), 0, 0.1],
		),
		fixed(stationaryKind, { en: "a very gentle hill", zh: "极其平缓的山丘" }, [
			polynomial(0, -1e-4),
			0,
			0.01,
		]),
		fixed(stationaryKind, { en: "a hill far from 0", zh: "远离原点的山丘" }, [
			polynomial(300, -3),
			100,
			1,
		]),
		fixed(stationaryKind, { en: "a valley left of 0", zh: "原点左侧的山谷" }, [
			polynomial(3, 2),
			-1.5,
			0.001,
		]),
		fixed(
			stationaryKind,
			{ en: "a gentle slope is a slope", zh: "缓坡也是坡" },
			[polynomial(1e-3), 5, 1],
		),
	],
});
