import { dot, sum, type Vector } from "../../reference/vector.ts";
import {
	cases,
	fixed,
	property,
	pure,
	refuses,
	returnsSteps,
	returnsValue,
	stepGraph,
} from "../authoring/index.ts";

interface Person {
	sex: number;
	heightCm: number;
	weightKg: number;
}

const weightedSum = returnsValue(
	"weightedSum",
	["w", "x", "b"],
	"z = \\sum_i w_i x_i + b",
	(w: Vector, x: Vector, b: number) => dot(w, x) + b,
);

const sumOfWeights = returnsValue(
	"sumOfWeights",
	["w"],
	"\\sum_i w_i",
	(w: Vector) => sum(w),
);

const isBetween = (f: number, low: number, high: number) => low < f && f < high;

const isNormal = returnsValue(
	"isNormal",
	["f", "low", "high"],
	"\\mathrm{low} < f < \\mathrm{high}",
	isBetween,
);

const bodyScore = returnsSteps(
	"bodyScore",
	["person", "w", "b"],
	(person: Person, w: Vector, b: number) => ({ person, w, b }),
	stepGraph<{ person: Person; w: Vector; b: number }>()
		.step(
			"x",
			"x = (\\mathrm{sex}, \\mathrm{height}, \\mathrm{weight})",
			["person"],
			({ person }) => [person.sex, person.heightCm, person.weightKg],
		)
		.step(
			"f",
			"f = w_1 x_1 + w_2 x_2 + w_3 x_3 + b",
			["w", "x", "b"],
			({ w, x, b }) => dot(w, x) + b,
		)
		.step("normal", "6 < f < 13", ["f"], ({ f }) => isBetween(f, 6, 13)),
);

const parameterCount = returnsValue(
	"parameterCount",
	["inputs"],
	"n + 1",
	(inputs: number) => inputs + 1,
);

const person = (sex: number, heightCm: number, weightKg: number): Person => ({
	sex,
	heightCm,
	weightKg,
});

/** So near 6 or 13 that the order of summation decides on which side the score falls. */
const isAtBorder = (f: number) =>
	[6, 13].some((end) => Math.abs(f - end) < 1e-6);

export default cases({
	"weighted-sum-visible": [
		fixed(
			weightedSum,
			{ en: "the body-weight neuron", zh: "体重神经元" },
			[[0.1, 0.03, 0.06], [1, 180, 70], 0],
			{ "": "9.7" },
		),
		fixed(
			weightedSum,
			{ en: "with a bias of 0.5", zh: "偏置为 0.5" },
			[[0.92, 0.2, 0.03], [2, -1, 4], 0.5],
			{ "": "2.26" },
		),
	],
	"sum-of-weights-visible": [
		fixed(
			sumOfWeights,
			{ en: "three weights that exceed 1", zh: "三个权重之和超过 1" },
			[[0.92, 0.2, 0.03]],
			{ "": "1.15" },
		),
	],
	"is-normal-visible": [
		fixed(
			isNormal,
			{ en: "9.7 lies in (6, 13)", zh: "9.7 在 (6, 13) 之内" },
			[9.7, 6, 13],
			{ "": "true" },
		),
		fixed(isNormal, { en: "14.2 is too much", zh: "14.2 偏大" }, [14.2, 6, 13]),
		fixed(isNormal, { en: "5.5 is too little", zh: "5.5 偏小" }, [5.5, 6, 13]),
	],
	"body-score-visible": [
		fixed(
			bodyScore,
			{ en: "1.80 m and 70 kg", zh: "180 cm、70 kg" },
			[person(1, 180, 70), [0.1, 0.03, 0.06], 0],
			{ "x[0]": "1", "x[1]": "180", "x[2]": "70", f: "9.7", normal: "true" },
		),
		fixed(
			bodyScore,
			{
				en: "the same person, another bias: no longer normal",
				zh: "同一个人，换一个偏置就不再正常",
			},
			[person(1, 180, 70), [0.1, 0.03, 0.06], 3.5],
			{ f: "13.2", normal: "false" },
		),
	],
	"parameter-count-visible": [
		fixed(parameterCount, { en: "three inputs", zh: "三个输入" }, [3], {
			"": "4",
		}),
	],
	"weighted-sum-random": [
		property(
			weightedSum,
			{
				en: "1 to 8 inputs, all numbers in [−10, 10]",
				zh: "1 到 8 个输入，各数 ∈ [−10, 10]",
			},
			16,
			(draw) => {
				const inputs = draw.integer(1, 8);
				return [
					draw.vector(inputs, -10, 10),
					draw.vector(inputs, -10, 10),
					draw.number(-10, 10),
				];
			},
		),
	],
	"sum-of-weights-random": [
		property(
			sumOfWeights,
			{
				en: "1 to 8 weights in [−10, 10]",
				zh: "1 到 8 个权重，∈ [−10, 10]",
			},
			12,
			(draw) => [draw.vector(draw.integer(1, 8), -10, 10)],
		),
	],
	"is-normal-random": [
		property(
			isNormal,
			{
				en: "any range inside [−20, 20], any value",
				zh: "[−20, 20] 内的任意区间与任意的值",
			},
			16,
			(draw) => [
				draw.number(-25, 25),
				draw.number(-20, -1),
				draw.number(1, 20),
			],
		),
	],
	"body-score-random": [
		property(
			bodyScore,
			{
				en: "any person, three weights and a bias",
				zh: "任意的人、三个权重与偏置",
			},
			16,
			(draw) => {
				const who = person(
					draw.boolean() ? 1 : 0,
					draw.number(120, 210),
					draw.number(30, 130),
				);
				const w = [
					draw.number(-1, 1),
					draw.number(0.01, 0.06),
					draw.number(0, 0.1),
				];
				const b = draw.number(-5, 5);
				const { sex, heightCm, weightKg } = who;
				return isAtBorder(dot(w, [sex, heightCm, weightKg]) + b)
					? null
					: [who, w, b];
			},
		),
	],
	"parameter-count-random": [
		property(
			parameterCount,
			{ en: "2 to 1000 inputs", zh: "2 到 1000 个输入" },
			8,
			(draw) => [draw.integer(2, 1000)],
		),
	],
	"weighted-sum-edge": [
		fixed(
			weightedSum,
			{ en: "no inputs: the bias alone", zh: "没有输入：只剩偏置" },
			[[], [], -1.25],
		),
		fixed(weightedSum, { en: "a bias of −0", zh: "偏置为 −0" }, [
			[2, -3],
			[4, 0.5],
			-0,
		]),
		fixed(weightedSum, { en: "twelve inputs", zh: "十二个输入" }, [
			[1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6],
			[0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5, 5.5, 6],
			7,
		]),
		refuses(
			weightedSum,
			{ en: "more weights than inputs", zh: "权重比输入多" },
			[[0.1, 0.2, 0.3], [1, 2], 0],
		),
		refuses(
			weightedSum,
			{ en: "more inputs than weights", zh: "输入比权重多" },
			[[0.1, 0.2], [1, 2, 3], 0],
		),
		refuses(
			bodyScore,
			{ en: "a person, but only two weights", zh: "三个特征，却只有两个权重" },
			[person(0, 165, 55), [0.1, 0.03], 0],
		),
	],
	"is-normal-edge": [
		fixed(isNormal, { en: "the lower end, 6", zh: "下端点 6" }, [6, 6, 13]),
		fixed(isNormal, { en: "the upper end, 13", zh: "上端点 13" }, [13, 6, 13]),
		fixed(
			isNormal,
			{ en: "a hair above the lower end", zh: "略大于下端点" },
			[6.0000001, 6, 13],
		),
		fixed(
			isNormal,
			{ en: "a hair below the upper end", zh: "略小于上端点" },
			[12.9999999, 6, 13],
		),
	],
	"body-score-edge": [
		fixed(
			bodyScore,
			{ en: "a low score, but normal: 6.5", zh: "偏低但正常：6.5" },
			[person(1, 160, 64), [0.5, 0.03125, 0.0078125], 0.5],
		),
		fixed(bodyScore, { en: "a score of exactly 6", zh: "得分恰为 6" }, [
			person(1, 160, 64),
			[0.5, 0.03125, 0.0078125],
			0,
		]),
		fixed(bodyScore, { en: "a score of exactly 13", zh: "得分恰为 13" }, [
			person(0, 192, 64),
			[0.5, 0.0625, 0.015625],
			0,
		]),
	],
	pure: [
		pure(
			{
				en: "weights, inputs and the person are left as they were",
				zh: "权重、输入与 person 保持不变",
			},
			weightedSum,
			sumOfWeights,
			bodyScore,
		),
	],
});
