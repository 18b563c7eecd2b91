import * as elementary from "../../reference/elementary-functions.ts";
import {
	aFunction,
	cases,
	fixed,
	property,
	refuses,
	returnsSteps,
	returnsValue,
	stepGraph,
} from "../authoring/index.ts";

const freeFall = returnsValue(
	"freeFall",
	["g", "t"],
	"h = \\tfrac12 g t^2",
	elementary.freeFall,
);

const linear = returnsValue(
	"linear",
	["a", "b", "x"],
	"y = ax + b",
	elementary.linear,
);

const quadratic = returnsValue(
	"quadratic",
	["a", "b", "c", "x"],
	"y = ax^2 + bx + c",
	elementary.quadratic,
);

const vertex = returnsSteps(
	"vertex",
	["a", "b", "c"],
	(a: number, b: number, c: number) => ({ a, b, c }),
	stepGraph<{ a: number; b: number; c: number }>()
		.step("x", "x = -\\frac{b}{2a}", ["a", "b", "c"], ({ a, b, c }) => {
			return elementary.vertex(a, b, c).x;
		})
		.step("y", "y = ax^2 + bx + c", ["a", "b", "c", "x"], ({ a, b, c, x }) =>
			elementary.quadratic(a, b, c, x),
		),
);

const normalPdf = returnsValue(
	"normalPdf",
	["x", "mu", "sigma"],
	"f(x) = \\frac{1}{\\sqrt{2\\pi}\\,\\sigma} e^{-\\frac{(x - \\mu)^2}{2\\sigma^2}}",
	elementary.normalDensity,
);

const recurrence = returnsValue(
	"recurrence",
	["first", "ratio", "shift", "n"],
	"a_{k+1} = \\mathrm{ratio} \\cdot a_k + \\mathrm{shift}",
	elementary.recurrence,
);

const sum = returnsValue(
	"sum",
	["from", "to", "term"],
	"\\sum_{k=\\mathrm{from}}^{\\mathrm{to}} \\mathrm{term}(k)",
	elementary.sumOver,
);

export default cases({
	"free-fall-visible": [
		fixed(
			freeFall,
			{ en: "two seconds on Earth", zh: "在地球上下落两秒" },
			[9.8, 2],
			{ "": "19.6" },
		),
	],
	"linear-visible": [
		fixed(
			linear,
			{ en: "2x + 1 at 1.5", zh: "2x + 1 在 1.5 处" },
			[2, 1, 1.5],
			{
				"": "4",
			},
		),
	],
	"quadratic-visible": [
		fixed(
			quadratic,
			{ en: "2x² + x − 3 at 1.5", zh: "2x² + x − 3 在 1.5 处" },
			[2, 1, -3, 1.5],
			{ "": "3" },
		),
	],
	"vertex-visible": [
		fixed(
			vertex,
			{ en: "the lowest point of 2x² + x − 3", zh: "2x² + x − 3 的最低点" },
			[2, 1, -3],
			{ x: "-0.25", y: "-3.125" },
		),
		fixed(
			vertex,
			{ en: "the highest point of −x² + 4x", zh: "−x² + 4x 的最高点" },
			[-1, 4, 0],
			{ x: "2", y: "4" },
		),
	],
	"normal-pdf-visible": [
		fixed(
			normalPdf,
			{ en: "the top of N(0, 1)", zh: "N(0, 1) 的最高点" },
			[0, 0, 1],
			{ "": "0.398942280401" },
		),
		fixed(
			normalPdf,
			{ en: "μ = 0.5, σ = 2, half a σ off", zh: "μ = 0.5、σ = 2，偏离半个 σ" },
			[1.5, 0.5, 2],
			{ "": "0.176032663382" },
		),
	],
	"recurrence-visible": [
		fixed(
			recurrence,
			{ en: "six terms, each 0.4 of the last", zh: "六项，每项是前一项的 0.4" },
			[1.2, 0.4, 0, 6],
			{ "[0]": "1.2", "[1]": "0.48", "[5]": "0.012288" },
		),
		fixed(
			recurrence,
			{ en: "doubled, and 3 more", zh: "先加倍，再加 3" },
			[1, 2, 3, 6],
			{ "[1]": "5", "[5]": "125" },
		),
	],
	"sum-visible": [
		fixed(
			sum,
			{
				en: "aₖ + bₖ for the two sequences of the text",
				zh: "正文两个数列的 aₖ + bₖ",
			},
			[1, 4, aFunction("sequence", 1.5, 1, 5.5, 7)],
			{ "": "15" },
		),
		fixed(
			sum,
			{ en: "3aₖ for the first of them", zh: "其中第一个数列的 3aₖ" },
			[1, 4, aFunction("sequence", 3, 6, 9, 12)],
			{ "": "30" },
		),
		fixed(
			sum,
			{ en: "the whole numbers up to 100", zh: "从 1 加到 100" },
			[1, 100, aFunction("identity")],
			{ "": "5050" },
		),
	],
	"free-fall-random": [
		property(
			freeFall,
			{
				en: "any g in [1, 25] and t in [0, 10]",
				zh: "任意 g ∈ [1, 25]、t ∈ [0, 10]",
			},
			10,
			(draw) => [draw.number(1, 25), draw.number(0, 10)],
		),
	],
	"linear-random": [
		property(
			linear,
			{ en: "all numbers in [−3, 3]", zh: "各数 ∈ [−3, 3]" },
			10,
			(draw) => [draw.number(-3, 3), draw.number(-3, 3), draw.number(-3, 3)],
		),
	],
	"quadratic-random": [
		property(
			quadratic,
			{ en: "all numbers in [−3, 3]", zh: "各数 ∈ [−3, 3]" },
			12,
			(draw) => [
				draw.number(-3, 3),
				draw.number(-3, 3),
				draw.number(-3, 3),
				draw.number(-3, 3),
			],
		),
	],
	"vertex-random": [
		property(
			vertex,
			{
				en: "all numbers in [−3, 3], a at least 0.1 from 0",
				zh: "各数 ∈ [−3, 3]，a 与 0 至少相差 0.1",
			},
			12,
			(draw) => {
				const a = draw.number(-3, 3);
				return Math.abs(a) < 0.1
					? null
					: [a, draw.number(-3, 3), draw.number(-3, 3)];
			},
		),
	],
	"normal-pdf-random": [
		property(
			normalPdf,
			{
				en: "x and μ in [−3, 3], σ in [0.1, 3]",
				zh: "x、μ ∈ [−3, 3]，σ ∈ [0.1, 3]",
			},
			16,
			(draw) => {
				const mu = draw.number(-2, 2);
				const sigma = draw.number(0.1, 3);
				// Within three σ, where the density is a number to compare and not nearly 0.
				const x = mu + sigma * draw.number(-3, 3);
				return Math.abs(x) > 3 ? null : [x, mu, sigma];
			},
		),
	],
	"recurrence-random": [
		property(
			recurrence,
			{
				en: "1 to 20 terms, ratio in [−1.5, 1.5], the rest in [−3, 3]",
				zh: "1 到 20 项，ratio ∈ [−1.5, 1.5]，其余 ∈ [−3, 3]",
			},
			16,
			(draw) => [
				draw.number(-3, 3),
				draw.number(-1.5, 1.5),
				draw.number(-3, 3),
				draw.integer(1, 20),
			],
		),
	],
	"sum-random": [
		property(
			sum,
			{
				en: "limits in [−10, 10] and any term",
				zh: "上下限 ∈ [−10, 10]，任意通项",
			},
			16,
			(draw) => {
				const from = draw.integer(-10, 5);
				const term = draw.pick([
					aFunction("polynomial", 0.5, -2, 1),
					aFunction("polynomial", 3, 0.25),
					aFunction("sin"),
					aFunction("tanh"),
				]);
				return [from, from + draw.integer(1, 12), term];
			},
		),
	],
	"quadratic-edge": [
		fixed(
			quadratic,
			{ en: "a = 0: a line", zh: "a = 0：退化为直线" },
			[0, 2, -1, 3],
		),
		fixed(
			quadratic,
			{ en: "x = 0: only c is left", zh: "x = 0：只剩 c" },
			[2, -1, 0.75, 0],
		),
	],
	"vertex-edge": [
		refuses(
			vertex,
			{ en: "a = 0: a line has no vertex", zh: "a = 0：直线没有顶点" },
			[0, 2, 1],
		),
		fixed(
			vertex,
			{ en: "b = 0: on the y-axis", zh: "b = 0：在 y 轴上" },
			[0.5, 0, -2],
		),
	],
	"normal-pdf-edge": [
		fixed(
			normalPdf,
			{ en: "far from μ it tends to 0", zh: "远离 μ 时趋于 0" },
			[100, 0, 0.5],
		),
		fixed(
			normalPdf,
			{ en: "a narrow bell rises above 1", zh: "很窄的钟形，峰值大于 1" },
			[0.02, 0.02, 0.05],
		),
		refuses(normalPdf, { en: "σ = 0", zh: "σ = 0" }, [1, 0, 0]),
		refuses(normalPdf, { en: "a negative σ", zh: "σ 为负" }, [1, 0, -2]),
	],
	"recurrence-edge": [
		fixed(
			recurrence,
			{ en: "one term: the first", zh: "只有一项：首项" },
			[1.75, 0.4, 1, 1],
		),
		fixed(recurrence, { en: "no terms", zh: "没有项" }, [1.75, 0.4, 1, 0]),
		fixed(
			recurrence,
			{ en: "a ratio of 0", zh: "ratio 为 0" },
			[2.5, 0, -1.5, 4],
		),
		fixed(
			recurrence,
			{ en: "a ratio of 1: equal steps", zh: "ratio 为 1：等差" },
			[2.5, 1, -1.5, 5],
		),
	],
	"sum-edge": [
		fixed(
			sum,
			{ en: "an upper limit below the lower one", zh: "上限小于下限" },
			[3, 2, aFunction("polynomial", 7)],
		),
		fixed(sum, { en: "a single term", zh: "只有一项" }, [
			5,
			5,
			aFunction("polynomial", 0, 0, 1),
		]),
		fixed(sum, { en: "negative limits", zh: "上下限为负" }, [
			-3,
			-1,
			aFunction("polynomial", 0, 1),
		]),
		fixed(sum, { en: "across 0", zh: "跨过 0" }, [-2, 3, aFunction("exp")]),
	],
});
