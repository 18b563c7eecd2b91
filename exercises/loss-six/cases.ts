import * as losses from "../../reference/losses.ts";
import {
	cases,
	fixed,
	property,
	refuses,
	returnsValue,
} from "../authoring/index.ts";

const zeroOne = returnsValue(
	"zeroOne",
	["a", "y"],
	"L_{01} = \\begin{cases} 0 & a = y \\\\ 1 & a \\ne y \\end{cases}",
	losses.zeroOne,
);
const absolute = returnsValue(
	"absolute",
	["a", "y"],
	"L_{\\mathrm{abs}} = |a - y|",
	losses.absolute,
);
const hinge = returnsValue(
	"hinge",
	["a", "y"],
	"L_{\\mathrm{hinge}} = \\max(0,\\, 1 - y a)",
	losses.hinge,
);
const logLoss = returnsValue(
	"logLoss",
	["a", "y"],
	"L_{\\log} = -[\\, y \\ln a + (1 - y) \\ln (1 - a) \\,]",
	losses.binaryCrossEntropy,
);
const squared = returnsValue(
	"squared",
	["a", "y"],
	"L_{\\mathrm{sq}} = (a - y)^2",
	losses.squared,
);
const exponential = returnsValue(
	"exponential",
	["a", "y"],
	"L_{\\exp} = e^{-y a}",
	losses.exponential,
);

/** At the clip ln(1 − (1 − 1e-12)) and ln 1e-12 differ by 2e-5; both ways of clipping are right. */
const atTheClip = { tolerance: { absolute: 1e-4, relative: 0 } };

/** The sample all six losses are compared on. */
const common = { en: "a = 0.6, y = 1", zh: "a = 0.6，y = 1" };

export default cases({
	"zero-one-visible": [
		fixed(zeroOne, common, [0.6, 1], { "": "1" }),
		fixed(zeroOne, { en: "a hit", zh: "完全命中" }, [1, 1], { "": "0" }),
		fixed(zeroOne, { en: "a miss", zh: "未命中" }, [0, 1], { "": "1" }),
	],
	"absolute-visible": [
		fixed(absolute, common, [0.6, 1], { "": "0.4" }),
		fixed(
			absolute,
			{ en: "a above a negative label", zh: "a 大于负的标签" },
			[-0.5, -1],
			{ "": "0.5" },
		),
		fixed(
			absolute,
			{ en: "on the wrong side", zh: "落在错误的一侧" },
			[1.5, -1],
			{ "": "2.5" },
		),
	],
	"hinge-visible": [
		fixed(hinge, common, [0.6, 1], { "": "0.4" }),
		fixed(
			hinge,
			{ en: "right, and far enough from 0", zh: "判对，且离 0 够远" },
			[2.5, 1],
			{ "": "0" },
		),
		fixed(hinge, { en: "on the wrong side", zh: "落在错误的一侧" }, [1.5, -1], {
			"": "2.5",
		}),
		fixed(
			hinge,
			{ en: "right, but too close to 0", zh: "判对，但离 0 太近" },
			[-0.5, -1],
			{ "": "0.5" },
		),
	],
	"log-loss-visible": [
		fixed(logLoss, common, [0.6, 1], { "": "0.510825623766" }),
		fixed(logLoss, { en: "a = 0.3, y = 0", zh: "a = 0.3，y = 0" }, [0.3, 0], {
			"": "0.356674943939",
		}),
		fixed(
			logLoss,
			{ en: "nothing at all for the label", zh: "完全否定了标签" },
			[0, 1],
			{ "": "27.6310211159" },
			atTheClip,
		),
	],
	"squared-visible": [
		fixed(squared, common, [0.6, 1], { "": "0.16" }),
		fixed(
			squared,
			{ en: "on the wrong side", zh: "落在错误的一侧" },
			[1.5, -1],
			{ "": "6.25" },
		),
		fixed(squared, { en: "a = 2.5, y = 1", zh: "a = 2.5，y = 1" }, [2.5, 1], {
			"": "2.25",
		}),
	],
	"exponential-visible": [
		fixed(exponential, common, [0.6, 1], { "": "0.548811636094" }),
		fixed(
			exponential,
			{ en: "on the wrong side", zh: "落在错误的一侧" },
			[1.5, -1],
			{ "": "4.48168907034" },
		),
		fixed(
			exponential,
			{ en: "right, but too close to 0", zh: "判对，但离 0 太近" },
			[-0.5, -1],
			{ "": "0.606530659713" },
		),
	],
	"zero-one-random": [
		property(
			zeroOne,
			{ en: "any whole numbers from −3 to 3", zh: "−3 到 3 的任意整数" },
			12,
			(draw) => {
				const y = draw.integer(-3, 3);
				return [draw.boolean() ? y : draw.integer(-3, 3), y];
			},
		),
	],
	"absolute-random": [
		property(
			absolute,
			{ en: "any a and y in [−3, 3]", zh: "任意 a、y ∈ [−3, 3]" },
			12,
			(draw) => [draw.number(-3, 3), draw.number(-3, 3)],
		),
	],
	"hinge-random": [
		property(
			hinge,
			{
				en: "y is 1 or −1, any a in [−3, 3]",
				zh: "y 为 1 或 −1，任意 a ∈ [−3, 3]",
			},
			16,
			(draw) => {
				const y = draw.pick([1, -1]);
				const a = draw.number(-3, 3);
				// A score past the margin costs nothing, and few such samples are enough.
				return y * a >= 1 && draw.boolean() ? null : [a, y];
			},
		),
	],
	"log-loss-random": [
		property(
			logLoss,
			{
				en: "y is 1 or 0, any a in [0.001, 0.999]",
				zh: "y 为 1 或 0，任意 a ∈ [0.001, 0.999]",
			},
			16,
			(draw) => [draw.number(0.001, 0.999), draw.pick([1, 0])],
		),
	],
	"squared-random": [
		property(
			squared,
			{ en: "any a and y in [−3, 3]", zh: "任意 a、y ∈ [−3, 3]" },
			12,
			(draw) => [draw.number(-3, 3), draw.number(-3, 3)],
		),
	],
	"exponential-random": [
		property(
			exponential,
			{
				en: "y is 1 or −1, any a in [−3, 3]",
				zh: "y 为 1 或 −1，任意 a ∈ [−3, 3]",
			},
			12,
			(draw) => [draw.number(-3, 3), draw.pick([1, -1])],
		),
	],
	"zero-one-edge": [
		fixed(
			zeroOne,
			{ en: "near is not equal", zh: "接近不等于相等" },
			[0.999999, 1],
		),
		fixed(
			zeroOne,
			{ en: "equal, and no whole number", zh: "相等，且不是整数" },
			[-0.25, -0.25],
		),
		fixed(
			zeroOne,
			{ en: "only the sign differs", zh: "只有符号不同" },
			[-1, 1],
		),
	],
	"absolute-edge": [
		fixed(absolute, { en: "a equals y", zh: "a 等于 y" }, [-2.5, -2.5]),
		fixed(absolute, { en: "far apart", zh: "相距很远" }, [-1e6, 1e6]),
		fixed(absolute, { en: "very close", zh: "非常接近" }, [1.0001, 1]),
	],
	"hinge-edge": [
		fixed(hinge, { en: "y·a exactly 1", zh: "y·a 恰好等于 1" }, [-1, -1]),
		fixed(hinge, { en: "just short of 1", zh: "略小于 1" }, [0.999, 1]),
		fixed(hinge, { en: "a is 0", zh: "a 为 0" }, [0, -1]),
		fixed(hinge, { en: "far on the wrong side", zh: "错得很远" }, [1000, -1]),
	],
	"log-loss-edge": [
		fixed(
			logLoss,
			{ en: "a = 1 against y = 0", zh: "a = 1，而 y = 0" },
			[1, 0],
			{},
			atTheClip,
		),
		fixed(
			logLoss,
			{ en: "below the clip", zh: "低于截断界" },
			[1e-15, 1],
			{},
			atTheClip,
		),
		fixed(
			logLoss,
			{ en: "a small probability above the clip", zh: "略高于截断界的小概率" },
			[1e-9, 1],
		),
		fixed(logLoss, { en: "a = 1 and y = 1", zh: "a = 1 且 y = 1" }, [1, 1]),
		fixed(logLoss, { en: "a = 0 and y = 0", zh: "a = 0 且 y = 0" }, [0, 0]),
		fixed(logLoss, { en: "undecided", zh: "一半对一半" }, [0.5, 0]),
		refuses(
			logLoss,
			{ en: "a above 1 is no probability", zh: "a 大于 1，不是概率" },
			[1.01, 1],
		),
		refuses(
			logLoss,
			{ en: "a below 0 is no probability", zh: "a 小于 0，不是概率" },
			[-0.01, 0],
		),
	],
	"squared-edge": [
		fixed(squared, { en: "a equals y", zh: "a 等于 y" }, [-2.5, -2.5]),
		fixed(squared, { en: "far apart", zh: "相距很远" }, [-1e6, 1e6]),
		fixed(squared, { en: "both negative", zh: "两者皆为负" }, [-3, -0.5]),
	],
	"exponential-edge": [
		fixed(
			exponential,
			{ en: "very wrong: large, yet finite", zh: "错得离谱：很大，但有限" },
			[-700, 1],
		),
		fixed(exponential, { en: "a is 0", zh: "a 为 0" }, [0, -1]),
		fixed(
			exponential,
			{ en: "right and past 1: still not 0", zh: "判对且超过 1：仍不为 0" },
			[3, 1],
		),
	],
});
