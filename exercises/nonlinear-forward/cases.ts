import * as chain from "../../reference/nonlinear-chain.ts";
import {
	cases,
	fixed,
	gradientCheck,
	property,
	refuses,
	returnsSteps,
	returnsValue,
	stepGraph,
} from "../authoring/index.ts";

const values = stepGraph<{ x: number }>()
	.step("a", "a = x^2", ["x"], ({ x }) => x * x)
	.step("b", "b = \\ln a", ["a"], ({ a }) => Math.log(a))
	.step("c", "c = \\sqrt{b}", ["b"], ({ b }) => Math.sqrt(b));

const forward = returnsSteps("forward", ["x"], (x: number) => ({ x }), values);

const localDerivatives = returnsSteps(
	"localDerivatives",
	["x"],
	(x: number) => ({ x }),
	stepGraph<{ x: number }>()
		.inner("a", "a = x^2", ["x"], ({ x }) => x * x)
		.inner("b", "b = \\ln a", ["a"], ({ a }) => Math.log(a))
		.step("dadx", "\\frac{da}{dx} = 2x", ["x"], ({ x }) => 2 * x)
		.step("dbda", "\\frac{db}{da} = \\frac{1}{a}", ["a"], ({ a }) => 1 / a)
		.step(
			"dcdb",
			"\\frac{dc}{db} = \\frac{1}{2\\sqrt{b}}",
			["b"],
			({ b }) => 1 / (2 * Math.sqrt(b)),
		),
);

const slope = returnsValue(
	"slope",
	["x"],
	"\\frac{dc}{dx} = \\frac{dc}{db} \\cdot \\frac{db}{da} \\cdot \\frac{da}{dx} = \\frac{1}{x\\sqrt{\\ln x^2}}",
	chain.slope,
);

const inverse = returnsValue("inverse", ["y"], "x = e^{y^2/2}", chain.inverse);

const curve = returnsSteps(
	"curve",
	["from", "to", "n"],
	(from: number, to: number, n: number) => ({ from, to, n }),
	stepGraph<{ from: number; to: number; n: number }>()
		.step(
			"x",
			"x_k = \\mathrm{from} + k \\cdot \\frac{\\mathrm{to} - \\mathrm{from}}{n - 1}, \\quad k = 0, \\dots, n - 1",
			["from", "to", "n"],
			({ from, to, n }) => chain.curve(from, to, n).x,
		)
		.step("c", "c_k = \\sqrt{\\ln x_k^2}", ["x"], ({ x }) =>
			x.map((point) => chain.forward(point).c),
		)
		.step(
			"slope",
			"\\left(\\frac{dc}{dx}\\right)_k = \\frac{1}{x_k\\sqrt{\\ln x_k^2}}",
			["x"],
			({ x }) => x.map(chain.slope),
		),
);

export default cases({
	"forward-visible": [
		fixed(forward, { en: "x = 2", zh: "x = 2" }, [2], {
			a: "4",
			b: "1.386294",
			c: "1.177410",
		}),
		fixed(forward, { en: "x = 1.3", zh: "x = 1.3" }, [1.3], {
			c: "0.724381480254",
		}),
		fixed(forward, { en: "x = 1.2", zh: "x = 1.2" }, [1.2], {
			c: "0.603856865149",
		}),
	],
	"local-derivatives-visible": [
		fixed(localDerivatives, { en: "x = 2", zh: "x = 2" }, [2], {
			dadx: "4",
			dbda: "0.25",
			dcdb: "0.424660900144",
		}),
		fixed(localDerivatives, { en: "x = 1.3", zh: "x = 1.3" }, [1.3]),
	],
	"slope-visible": [
		fixed(slope, { en: "x = 2", zh: "x = 2" }, [2], { "": "0.424660900144" }),
		fixed(slope, { en: "x = 1.2", zh: "x = 1.2" }, [1.2], {
			"": "1.38001798345",
		}),
		fixed(slope, { en: "x = 1.3", zh: "x = 1.3" }, [1.3], {
			"": "1.0619139089",
		}),
		fixed(slope, { en: "x = 10", zh: "x = 10" }, [10], {
			"": "0.0465990601785",
		}),
	],
	"inverse-visible": [
		fixed(
			inverse,
			{
				en: "y = 2.13 (the textbook prints 9.6653)",
				zh: "y = 2.13（原书印作 9.6653）",
			},
			[2.13],
			{ "": "9.66440936419" },
		),
	],
	"curve-visible": [
		fixed(
			curve,
			{ en: "1.2 to 10 with 50 points", zh: "1.2 到 10，50 个点" },
			[1.2, 10, 50],
			{
				"x[0]": "1.2",
				"c[0]": "0.603856865149",
				"slope[0]": "1.38001798345",
				"x[49]": "10",
				"c[49]": "2.14596602629",
				"slope[49]": "0.0465990601785",
			},
		),
	],
	"forward-random": [
		property(
			forward,
			{ en: "any x in (1, 10]", zh: "任意 x ∈ (1, 10]" },
			16,
			(draw) => [draw.number(1.001, 10)],
		),
	],
	"local-derivatives-random": [
		property(
			localDerivatives,
			{ en: "any x in (1, 10]", zh: "任意 x ∈ (1, 10]" },
			16,
			(draw) => [draw.number(1.001, 10)],
		),
	],
	"slope-random": [
		property(
			slope,
			{ en: "any x in (1, 10]", zh: "任意 x ∈ (1, 10]" },
			12,
			(draw) => [draw.number(1.001, 10)],
		),
		gradientCheck(
			slope,
			{
				en: "the slope belongs to your own c",
				zh: "斜率与你自己的 c 相符",
			},
			12,
			(draw) => [draw.number(1.1, 10)],
			{
				forward,
				entries: [
					{ path: [], of: ["c"], forwardArgs: ([x], delta) => [x + delta] },
				],
			},
		),
	],
	"inverse-random": [
		property(
			inverse,
			{ en: "any y in (0, 2.14]", zh: "任意 y ∈ (0, 2.14]" },
			16,
			(draw) => [draw.number(0.001, 2.14)],
		),
	],
	"curve-random": [
		property(
			curve,
			{
				en: "any interval inside (1, 10] and 2 to 12 points",
				zh: "(1, 10] 内的任意区间，2 到 12 个点",
			},
			12,
			(draw) => [
				draw.number(1.05, 4),
				draw.number(4.5, 10),
				draw.integer(2, 12),
			],
		),
	],
	"forward-edge": [
		fixed(
			forward,
			{
				en: "x = 1: the chain starts with c = 0",
				zh: "x = 1：链从 c = 0 开始",
			},
			[1],
		),
		fixed(forward, { en: "the far end, x = 10", zh: "区间右端 x = 10" }, [10], {
			c: "2.14596602629",
		}),
		refuses(forward, { en: "just below 1", zh: "略小于 1" }, [0.9]),
		refuses(
			forward,
			{
				en: "below −1, where the square hides the sign",
				zh: "小于 −1，平方掩盖了符号",
			},
			[-2],
		),
	],
	"slope-edge": [
		fixed(slope, { en: "infinite at x = 1", zh: "x = 1 处为无穷大" }, [1]),
		fixed(slope, { en: "steep just above 1", zh: "略大于 1 处很陡" }, [1.0001]),
	],
	"inverse-edge": [
		fixed(inverse, { en: "y = 0", zh: "y = 0" }, [0]),
		fixed(inverse, { en: "a small y", zh: "很小的 y" }, [0.05]),
		fixed(
			inverse,
			{ en: "y above the range of table 2-2", zh: "y 超出表 2-2 的范围" },
			[2.5],
		),
	],
	"curve-edge": [
		fixed(curve, { en: "two points only", zh: "只有两个点" }, [1.2, 10, 2]),
		fixed(
			curve,
			{
				en: "from 1, where the slope is infinite",
				zh: "从 1 开始，斜率为无穷大",
			},
			[1, 3, 3],
		),
	],
});
