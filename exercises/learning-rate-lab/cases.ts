import { descend } from "../../reference/descent.ts";
import * as rate from "../../reference/learning-rate.ts";
import {
	cases,
	fixed,
	property,
	refuses,
	returnsSteps,
	returnsValue,
	stepGraph,
} from "../authoring/index.ts";

interface Parabola {
	center: number;
	offset: number;
	x0: number;
	eta: number;
	steps: number;
}

const path = returnsSteps(
	"path",
	["center", "offset", "x0", "eta", "steps"],
	(
		center: number,
		offset: number,
		x0: number,
		eta: number,
		steps: number,
	): Parabola => ({ center, offset, x0, eta, steps }),
	stepGraph<Parabola>()
		.step(
			"xs",
			"x_{n+1} = x_n - \\eta \\cdot 2 (x_n - c)",
			["center", "x0", "eta", "steps"],
			({ center, x0, eta, steps }) =>
				descend(
					(x) => (x - center) ** 2,
					(x) => 2 * (x - center),
					x0,
					eta,
					Number.NEGATIVE_INFINITY,
					steps,
				).xs,
		)
		.step(
			"js",
			"J_n = (x_n - c)^2 + k",
			["xs", "center", "offset"],
			({ xs, center, offset }) => xs.map((x) => (x - center) ** 2 + offset),
		),
);
const classify = returnsValue(
	"classify",
	["eta"],
	"1 - 2\\eta \\;\\begin{cases} > 0 & \\text{one-sided} \\\\ = 0 & \\text{one step} \\\\ \\in (-1, 0) & \\text{zigzag} \\\\ = -1 & \\text{oscillates} \\\\ < -1 & \\text{diverges} \\end{cases}",
	(eta: number) => rate.classify(eta),
);
const stepsToReach = returnsValue(
	"stepsToReach",
	["center", "x0", "eta", "distance"],
	"\\min \\{\\, n \\ge 0 : |x_n - c| \\le d \\,\\}",
	rate.stepsToReach,
);
const decay = returnsValue(
	"decay",
	["kind", "eta0", "k", "steps"],
	"\\eta_n = \\frac{\\eta_0}{1 + kn} \\quad \\text{or} \\quad \\eta_n = \\eta_0 e^{-kn}",
	rate.decay,
);

/** The parabola and the start of the four pictures: (x − 1)² + 0.1 from −0.8. */
const pictured = (eta: number): [number, number, number, number, number] => [
	1,
	0.1,
	-0.8,
	eta,
	10,
];

/** A run with a point within 1 % of the distance, where rounding could decide. */
const isUndecided = (gap: number, eta: number, distance: number) => {
	const factor = Math.abs(1 - 2 * eta);
	for (let left = gap; left > distance / 2; left *= factor)
		if (Math.abs(left / distance - 1) < 0.01) return true;
	return false;
};

export default cases({
	"path-visible": [
		fixed(
			path,
			{ en: "η = 1.0: for ever on one level", zh: "η = 1.0：永远在同一高度" },
			pictured(1),
			{ "xs[1]": "2.8", "xs[2]": "-0.8", "js[0]": "3.34", "js[10]": "3.34" },
		),
		fixed(
			path,
			{ en: "η = 0.8: from side to side", zh: "η = 0.8：左右跳跃" },
			pictured(0.8),
			{ "xs[1]": "2.08", "xs[10]": "0.98911608832" },
		),
		fixed(
			path,
			{ en: "η = 0.4: there in four steps", zh: "η = 0.4：四步就到" },
			pictured(0.4),
			{ "xs[4]": "0.99712" },
		),
		fixed(
			path,
			{ en: "η = 0.1: not there in ten", zh: "η = 0.1：十步还没到" },
			pictured(0.1),
			{ "xs[10]": "0.80672647168" },
		),
		fixed(
			path,
			{ en: "η = 1.1: further and further", zh: "η = 1.1：越走越远" },
			pictured(1.1),
			{ "xs[10]": "-10.1451255603" },
		),
	],
	"classify-visible": [
		fixed(classify, { en: "η = 1.0", zh: "η = 1.0" }, [1]),
		fixed(classify, { en: "η = 0.8", zh: "η = 0.8" }, [0.8]),
		fixed(classify, { en: "η = 0.4", zh: "η = 0.4" }, [0.4]),
		fixed(classify, { en: "η = 0.1", zh: "η = 0.1" }, [0.1]),
		fixed(classify, { en: "η = 0.5", zh: "η = 0.5" }, [0.5]),
		fixed(classify, { en: "η = 1.1", zh: "η = 1.1" }, [1.1]),
	],
	"steps-visible": [
		fixed(
			stepsToReach,
			{ en: "η = 0.8, to within 0.001", zh: "η = 0.8，相距 0.001 以内" },
			[1, -0.8, 0.8, 0.001],
			{ "": "15" },
		),
		fixed(
			stepsToReach,
			{ en: "η = 0.4, to within 0.001", zh: "η = 0.4，相距 0.001 以内" },
			[1, -0.8, 0.4, 0.001],
			{ "": "5" },
		),
		fixed(
			stepsToReach,
			{ en: "η = 0.1, to within 0.001", zh: "η = 0.1，相距 0.001 以内" },
			[1, -0.8, 0.1, 0.001],
			{ "": "34" },
		),
		fixed(
			stepsToReach,
			{ en: "η = 1.0: never", zh: "η = 1.0：永远到不了" },
			[1, -0.8, 1, 0.001],
		),
	],
	"decay-visible": [
		fixed(
			decay,
			{ en: "Inverse, five rates from 0.1", zh: "反比衰减，从 0.1 起五个" },
			["inverse", 0.1, 0.05, 5],
			{
				"[0]": "0.1",
				"[1]": "0.0952380952381",
				"[2]": "0.0909090909091",
				"[3]": "0.0869565217391",
				"[4]": "0.0833333333333",
			},
		),
		fixed(
			decay,
			{ en: "Exponential, five rates from 0.1", zh: "指数衰减，从 0.1 起五个" },
			["exponential", 0.1, 0.05, 5],
			{
				"[0]": "0.1",
				"[1]": "0.0951229424501",
				"[2]": "0.0904837418036",
				"[3]": "0.0860707976425",
				"[4]": "0.0818730753078",
			},
		),
	],
	"path-random": [
		property(
			path,
			{
				en: "any parabola and start in [−5, 5], η in [0.02, 1.2], 1 to 25 steps",
				zh: "任意抛物线与起点 ∈ [−5, 5]，η ∈ [0.02, 1.2]，1 到 25 步",
			},
			16,
			(draw) => [
				draw.number(-5, 5),
				draw.number(-2, 2),
				draw.number(-5, 5),
				draw.number(0.02, 1.2),
				draw.integer(1, 25),
			],
		),
	],
	"classify-random": [
		property(
			classify,
			{
				en: "any η in (0, 3], 0.001 away from 0.5 and 1 or exactly there",
				zh: "任意 η ∈ (0, 3]，与 0.5、1 至少相差 0.001 或恰好相等",
			},
			20,
			(draw) => [
				draw.pick([
					draw.number(0.001, 0.499),
					0.5,
					draw.number(0.501, 0.999),
					1,
					draw.number(1.001, 3),
				]),
			],
		),
	],
	"steps-random": [
		property(
			stepsToReach,
			{
				en: "η in [0.03, 0.97], starts up to 8 away, distances from 0.001 to 0.5",
				zh: "η ∈ [0.03, 0.97]，起点相距至多 8，目标距离 0.001 到 0.5",
			},
			14,
			(draw) => {
				const center = draw.number(-5, 5);
				const x0 = center + draw.pick([-1, 1]) * draw.number(1, 8);
				const eta = draw.number(0.03, 0.97);
				const distance = draw.number(0.001, 0.5);
				return isUndecided(Math.abs(x0 - center), eta, distance)
					? null
					: [center, x0, eta, distance];
			},
		),
		property(
			stepsToReach,
			{
				en: "η in [1.01, 1.8]: out of reach",
				zh: "η ∈ [1.01, 1.8]：到不了",
			},
			4,
			(draw) => {
				const center = draw.number(-5, 5);
				return [center, center + 2, draw.number(1.01, 1.8), 0.5];
			},
		),
		property(
			stepsToReach,
			{
				en: "distance 0 and η other than 0.5: nearer and nearer, never there",
				zh: "距离为 0 且 η 不是 0.5：越来越近，永远不到",
			},
			3,
			(draw) => [draw.integer(-5, 5), 6.5, draw.number(0.1, 0.4), 0],
		),
	],
	"decay-random": [
		property(
			decay,
			{
				en: "η₀ in [0.01, 1], k in [0.01, 0.5], 3 to 20 rates",
				zh: "η₀ ∈ [0.01, 1]，k ∈ [0.01, 0.5]，3 到 20 个",
			},
			12,
			(draw) => [
				draw.pick(["inverse", "exponential"] as const),
				draw.number(0.01, 1),
				draw.number(0.01, 0.5),
				draw.integer(3, 20),
			],
		),
	],
	"path-edge": [
		fixed(
			path,
			{ en: "no steps: the start alone", zh: "零步：只有起点" },
			[1, 0.1, -0.8, 0.4, 0],
		),
		fixed(
			path,
			{ en: "η = 0.5: one step, then rest", zh: "η = 0.5：一步到位，之后不动" },
			[2, -1, 6, 0.5, 4],
		),
		fixed(
			path,
			{ en: "a start at the bottom stays there", zh: "从最低点出发则不动" },
			[-3, 0.5, -3, 0.3, 3],
		),
		fixed(
			path,
			{ en: "a negative η climbs", zh: "η 为负则向上爬" },
			[0, 1, 2, -0.25, 3],
		),
	],
	"classify-edge": [
		fixed(classify, { en: "just below 0.5", zh: "略小于 0.5" }, [0.4999]),
		fixed(classify, { en: "just above 0.5", zh: "略大于 0.5" }, [0.5001]),
		fixed(classify, { en: "just below 1", zh: "略小于 1" }, [0.9999]),
		fixed(classify, { en: "just above 1", zh: "略大于 1" }, [1.0001]),
		fixed(classify, { en: "far above 1", zh: "远大于 1" }, [50]),
		refuses(classify, { en: "η = 0", zh: "η = 0" }, [0]),
		refuses(classify, { en: "η below 0", zh: "η 小于 0" }, [-0.1]),
	],
	"steps-edge": [
		fixed(
			stepsToReach,
			{ en: "a start at the centre", zh: "起点就在中心" },
			[2, 2, 0.3, 0],
		),
		fixed(
			stepsToReach,
			{ en: "a start near enough, η too large", zh: "起点够近，η 太大" },
			[1, 3, 1.2, 2],
		),
		fixed(
			stepsToReach,
			{ en: "η = 0.5 hits even distance 0", zh: "η = 0.5，距离 0 也能命中" },
			[1, 3, 0.5, 0],
			{ "": "1" },
		),
		fixed(
			stepsToReach,
			{ en: "exactly at the distance counts", zh: "恰好等于距离也算到达" },
			[0, 4, 0.25, 1],
			{ "": "2" },
		),
		fixed(
			stepsToReach,
			{ en: "η = 1: the distance never changes", zh: "η = 1：距离永远不变" },
			[-2, 3, 1, 4],
		),
		refuses(stepsToReach, { en: "η = 0", zh: "η = 0" }, [1, 2, 0, 0.1]),
		refuses(
			stepsToReach,
			{ en: "η below 0", zh: "η 小于 0" },
			[1, 2, -0.3, 0.1],
		),
	],
	"decay-edge": [
		fixed(decay, { en: "no steps: an empty list", zh: "零步：空列表" }, [
			"inverse",
			0.1,
			0.05,
			0,
		]),
		fixed(decay, { en: "one step: η₀ itself", zh: "一步：就是 η₀" }, [
			"exponential",
			0.3,
			0.7,
			1,
		]),
		fixed(decay, { en: "k = 0: a fixed rate", zh: "k = 0：学习率固定" }, [
			"exponential",
			0.25,
			0,
			4,
		]),
		fixed(decay, { en: "a large k", zh: "很大的 k" }, ["inverse", 2, 10, 4]),
	],
});
