import * as losses from "../../reference/losses.ts";
import { sum } from "../../reference/vector.ts";
import type { Draw } from "../authoring/draw.ts";
import {
	cases,
	fixed,
	property,
	pure,
	refuses,
	returnsValue,
} from "../authoring/index.ts";

const information = returnsValue(
	"information",
	["p"],
	"I = -\\ln p",
	losses.information,
);
const entropy = returnsValue(
	"entropy",
	["p"],
	"H(p) = -\\sum_i p_i \\ln p_i",
	(p: number[]) => losses.entropy(p),
);
const crossEntropy = returnsValue(
	"crossEntropy",
	["p", "q"],
	"H(p, q) = -\\sum_i p_i \\ln q_i",
	(p: number[], q: number[]) => losses.crossEntropy(q, p),
);
const isDistribution = returnsValue(
	"isDistribution",
	["p"],
	"p_i \\ge 0, \\quad \\left| \\sum_i p_i - 1 \\right| \\le 10^{-9}",
	(p: number[]) => losses.isDistribution(p),
);

const half = [0.5, 0.25, 0.25];
const quarter = [0.25, 0.5, 0.25];

/** Positive numbers of which none is much larger than the others, scaled to a sum of 1. */
const drawDistribution = (draw: Draw, count = draw.integer(2, 8)) => {
	const parts = draw.vector(count, 0.05, 1.5);
	const whole = sum(parts);
	return parts.map((part) => part / whole);
};

/** A distribution, or one of two ways to miss it by far. */
const drawAnything = (draw: Draw): [number[]] => {
	const p = drawDistribution(draw);
	const [first = 0, ...others] = p;
	return [
		draw.pick([
			p,
			p,
			p.map((probability) => probability * 1.01),
			[-first, ...others.map((other) => (other * (1 + first)) / (1 - first))],
		]),
	];
};

export default cases({
	"information-visible": [
		fixed(information, { en: "a fair coin", zh: "一枚均匀的硬币" }, [0.5], {
			"": "0.69314718056",
		}),
		fixed(
			information,
			{ en: "one chance in four", zh: "四分之一的机会" },
			[0.25],
			{ "": "1.38629436112" },
		),
		fixed(information, { en: "certain", zh: "必然事件" }, [1], { "": "0" }),
	],
	"entropy-visible": [
		fixed(
			entropy,
			{ en: "One half and two quarters", zh: "一个 1/2、两个 1/4" },
			[half],
			{ "": "1.03972077084" },
		),
		fixed(
			entropy,
			{ en: "Four equal chances: ln 4", zh: "四个相等的机会：ln 4" },
			[[0.25, 0.25, 0.25, 0.25]],
			{ "": "1.38629436112" },
		),
		fixed(entropy, { en: "Nearly certain", zh: "几乎确定" }, [[0.9, 0.1]], {
			"": "0.325082973391",
		}),
	],
	"cross-entropy-visible": [
		fixed(
			crossEntropy,
			{ en: "Half and quarter exchanged", zh: "1/2 与 1/4 对调" },
			[half, quarter],
			{ "": "1.21300756598" },
		),
		fixed(
			crossEntropy,
			{ en: "The prediction is the truth", zh: "预测等于真实" },
			[half, half],
			{ "": "1.03972077084" },
		),
		fixed(
			crossEntropy,
			{
				en: "p = (0.9, 0.1), q = (0.6, 0.4)",
				zh: "p = (0.9, 0.1)，q = (0.6, 0.4)",
			},
			[
				[0.9, 0.1],
				[0.6, 0.4],
			],
			{ "": "0.551372134577" },
		),
	],
	"is-distribution-visible": [
		fixed(
			isDistribution,
			{ en: "One half and two quarters", zh: "一个 1/2、两个 1/4" },
			[half],
			{ "": "true" },
		),
		fixed(isDistribution, { en: "too much", zh: "和太大" }, [[0.5, 0.6]], {
			"": "false",
		}),
		fixed(
			isDistribution,
			{ en: "ten tenths, as a machine adds them", zh: "计算机相加的十个 0.1" },
			[[0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1]],
			{ "": "true" },
		),
	],
	"information-random": [
		property(
			information,
			{ en: "any p in [0.001, 0.999]", zh: "任意 p ∈ [0.001, 0.999]" },
			12,
			(draw) => [draw.number(0.001, 0.999)],
		),
	],
	"entropy-random": [
		property(
			entropy,
			{
				en: "2 to 8 probabilities that add up to 1",
				zh: "2 到 8 个和为 1 的概率",
			},
			12,
			(draw) => [drawDistribution(draw)],
		),
	],
	"cross-entropy-random": [
		property(
			crossEntropy,
			{ en: "two distributions of 2 to 8 entries", zh: "两个 2 到 8 项的分布" },
			12,
			(draw) => {
				const p = drawDistribution(draw);
				return [p, drawDistribution(draw, p.length)];
			},
		),
		property(
			crossEntropy,
			{
				en: "q = p: the entropy, and never less",
				zh: "q = p：恰为熵，不会更小",
			},
			4,
			(draw) => {
				const p = drawDistribution(draw);
				return [p, [...p]];
			},
		),
	],
	"is-distribution-random": [
		property(
			isDistribution,
			{
				en: "distributions, sums of 1.01, an entry below 0",
				zh: "分布、和为 1.01、含负数",
			},
			16,
			drawAnything,
		),
	],
	"information-edge": [
		fixed(
			information,
			{ en: "the impossible: Infinity", zh: "不可能事件：Infinity" },
			[0],
		),
		fixed(
			information,
			{ en: "far below the clip, and not clipped", zh: "远小于截断界，不截断" },
			[1e-300],
		),
		refuses(information, { en: "below 0", zh: "小于 0" }, [-0.1]),
		refuses(information, { en: "above 1", zh: "大于 1" }, [1.1]),
	],
	"entropy-edge": [
		fixed(entropy, { en: "zeros among the probabilities", zh: "概率中有 0" }, [
			[0.5, 0, 0.5, 0],
		]),
		fixed(
			entropy,
			{ en: "a tiny probability counts as well", zh: "极小的概率也要算" },
			[[1e-7, 1 - 1e-7]],
		),
		fixed(entropy, { en: "certainty: 0", zh: "确定无疑：0" }, [[0, 1, 0]]),
		fixed(entropy, { en: "five equal chances", zh: "五个相等的机会" }, [
			[0.2, 0.2, 0.2, 0.2, 0.2],
		]),
	],
	"cross-entropy-edge": [
		fixed(
			crossEntropy,
			{ en: "q is 0 where p is not", zh: "p 不为 0 而 q 为 0" },
			[
				[0.5, 0.5],
				[1, 0],
			],
		),
		fixed(crossEntropy, { en: "p is 0 where q is 0", zh: "p 与 q 同时为 0" }, [
			[0.5, 0, 0.5],
			[0.25, 0, 0.75],
		]),
		fixed(
			crossEntropy,
			{ en: "p is 0 where q is not", zh: "p 为 0 而 q 不为 0" },
			[
				[0, 1],
				[0.7, 0.3],
			],
		),
		fixed(crossEntropy, { en: "all on the wrong entry", zh: "全部押错" }, [
			[0, 0, 1],
			[0, 1, 0],
		]),
		refuses(crossEntropy, { en: "q has an entry too few", zh: "q 少一项" }, [
			half,
			[0.5, 0.5],
		]),
		refuses(crossEntropy, { en: "q has an entry too many", zh: "q 多一项" }, [
			[0.5, 0.5],
			half,
		]),
	],
	"is-distribution-edge": [
		fixed(
			isDistribution,
			{ en: "an entry below 0, and a sum of 1", zh: "和为 1，但有一项为负" },
			[[-0.25, 1.25]],
		),
		fixed(isDistribution, { en: "zeros are allowed", zh: "允许有 0" }, [
			[0, 1, 0],
		]),
		fixed(
			isDistribution,
			{ en: "off by half a billionth", zh: "只差十亿分之零点五" },
			[[0.5, 0.5 - 5e-10]],
		),
		fixed(
			isDistribution,
			{ en: "off by a hundred millionth", zh: "相差一亿分之一" },
			[[0.5, 0.5 - 1e-8]],
		),
		fixed(
			isDistribution,
			{ en: "too large by a hundred millionth", zh: "多出一亿分之一" },
			[[0.5, 0.5 + 1e-8]],
		),
		fixed(isDistribution, { en: "no entries", zh: "一项也没有" }, [[]]),
	],
	pure: [
		pure(
			{ en: "the lists are left as they were", zh: "传入的列表保持不变" },
			entropy,
			crossEntropy,
			isDistribution,
		),
	],
});
