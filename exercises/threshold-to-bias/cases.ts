import { step } from "../../reference/activations.ts";
import { dot, type Vector } from "../../reference/vector.ts";
import type { Draw } from "../authoring/draw.ts";
import {
	aFunction,
	cases,
	fixed,
	property,
	pure,
	refuses,
	returnsSteps,
	returnsValue,
	stepGraph,
} from "../authoring/index.ts";

const unitStep = returnsValue(
	"unitStep",
	["z"],
	"u(z) = \\begin{cases} 0 & z < 0 \\\\ 1 & z \\ge 0 \\end{cases}",
	(z: number) => step(z),
);

const fires = returnsSteps(
	"fires",
	["w", "x", "theta"],
	(w: Vector, x: Vector, theta: number) => ({ w, x, theta }),
	stepGraph<{ w: Vector; x: Vector; theta: number }>()
		.step("signal", "s = \\sum_i w_i x_i", ["w", "x"], ({ w, x }) => dot(w, x))
		.step(
			"fires",
			"s \\ge \\theta",
			["signal", "theta"],
			({ signal, theta }) => signal >= theta,
		),
);

const thresholdToBias = returnsValue(
	"thresholdToBias",
	["theta"],
	"b = -\\theta",
	(theta: number) => -theta,
);

const neuron = returnsSteps(
	"neuron",
	["w", "x", "b", "activation"],
	(
		w: Vector,
		x: Vector,
		b: number,
		activation: (z: number) => number,
	): { w: Vector; x: Vector; b: number; activation: typeof activation } => ({
		w,
		x,
		b,
		activation,
	}),
	stepGraph<{
		w: Vector;
		x: Vector;
		b: number;
		activation: (z: number) => number;
	}>()
		.step(
			"z",
			"z = \\sum_i w_i x_i + b",
			["w", "x", "b"],
			({ w, x, b }) => dot(w, x) + b,
		)
		.step(
			"a",
			"a = \\mathrm{activation}(z)",
			["z", "activation"],
			({ z, activation }) => activation(z),
		),
);

const worked: [Vector, Vector] = [
	[0.5, 0.25, 0.125],
	[1, 2, 4],
];

/** Eighths: sums of their products are exact in every order, so that equality means equality. */
const eighths = (draw: Draw, length: number) =>
	Array.from({ length }, () => draw.integer(-24, 24) / 8);

/** Weights and inputs, and a threshold that the signal meets exactly, just misses or misses by far. */
function exactNeuron(draw: Draw): [number[], number[], number] {
	const inputs = draw.integer(1, 5);
	const w = eighths(draw, inputs);
	const x = eighths(draw, inputs);
	return [w, x, dot(w, x) + draw.pick([0, 0, -1, 1, 1, 160]) / 64];
}

export default cases({
	"unit-step-visible": [
		fixed(
			unitStep,
			{ en: "at 0 it is up already", zh: "在 0 处已经是 1" },
			[0],
			{
				"": "1",
			},
		),
		fixed(unitStep, { en: "below 0", zh: "小于 0" }, [-0.25], { "": "0" }),
		fixed(unitStep, { en: "above 0", zh: "大于 0" }, [3.5], { "": "1" }),
	],
	"fires-visible": [
		fixed(
			fires,
			{ en: "the signal equals the threshold", zh: "信号恰好等于阈值" },
			[...worked, 1.5],
			{ signal: "1.5", fires: "true" },
		),
		fixed(
			fires,
			{ en: "a higher threshold: silent", zh: "阈值更高：不点火" },
			[...worked, 1.75],
			{ signal: "1.5", fires: "false" },
		),
	],
	"threshold-to-bias-visible": [
		fixed(thresholdToBias, { en: "θ = 1.75", zh: "θ = 1.75" }, [1.75], {
			"": "-1.75",
		}),
		fixed(thresholdToBias, { en: "θ = −0.5", zh: "θ = −0.5" }, [-0.5], {
			"": "0.5",
		}),
	],
	"neuron-visible": [
		fixed(
			neuron,
			{
				en: "b = −1.5 and the unit step: z is 0, the neuron fires",
				zh: "b = −1.5，单位阶跃：z 为 0，点火",
			},
			[...worked, -1.5, aFunction("unitStep")],
			{ z: "0", a: "1" },
		),
		fixed(
			neuron,
			{
				en: "b = −1.75 and the unit step: silent",
				zh: "b = −1.75，单位阶跃：不点火",
			},
			[...worked, -1.75, aFunction("unitStep")],
			{ z: "-0.25", a: "0" },
		),
		fixed(
			neuron,
			{
				en: "b = −1.75 and the sigmoid: hesitant, not silent",
				zh: "b = −1.75，sigmoid：迟疑，但不是沉默",
			},
			[...worked, -1.75, aFunction("sigmoid")],
			{ z: "-0.25", a: "0.437823499114" },
		),
		fixed(
			neuron,
			{
				en: "with the identity, a is z",
				zh: "激活函数为恒等函数时，a 就是 z",
			},
			[...worked, 0.25, aFunction("identity")],
			{ z: "1.75", a: "1.75" },
		),
	],
	"unit-step-random": [
		property(
			unitStep,
			{ en: "any z in [−10, 10]", zh: "任意 z ∈ [−10, 10]" },
			10,
			(draw) => [draw.number(-10, 10)],
		),
	],
	"fires-random": [
		property(
			fires,
			{
				en: "one to five inputs; weights, inputs and threshold are exact fractions",
				zh: "一到五个输入，权重、输入与阈值都是可精确表示的分数",
			},
			20,
			exactNeuron,
		),
	],
	"threshold-to-bias-random": [
		property(
			thresholdToBias,
			{ en: "any θ in [−10, 10]", zh: "任意 θ ∈ [−10, 10]" },
			8,
			(draw) => [draw.number(-10, 10)],
		),
	],
	"neuron-random": [
		property(
			neuron,
			{
				en: "the unit step with b = −θ: the same answers as the threshold",
				zh: "单位阶跃、b = −θ：与阈值形式的答案一致",
			},
			12,
			(draw) => {
				const [w, x, theta] = exactNeuron(draw);
				return [w, x, -theta, aFunction("unitStep")];
			},
		),
		property(
			neuron,
			{
				en: "one to six inputs in [−3, 3] and a smooth activation",
				zh: "一到六个输入，各数 ∈ [−3, 3]，光滑的激活函数",
			},
			16,
			(draw) => {
				const inputs = draw.integer(1, 6);
				return [
					draw.vector(inputs, -3, 3),
					draw.vector(inputs, -3, 3),
					draw.number(-3, 3),
					draw.pick([
						aFunction("sigmoid"),
						aFunction("tanh"),
						aFunction("identity"),
						aFunction("polynomial", 0.5, -1, 2),
						aFunction("sin"),
					]),
				];
			},
		),
	],
	"unit-step-edge": [
		fixed(
			unitStep,
			{ en: "a negative number hardly below 0", zh: "极小的负数" },
			[-1e-300],
		),
		fixed(
			unitStep,
			{ en: "a positive number hardly above 0", zh: "极小的正数" },
			[1e-300],
		),
		fixed(unitStep, { en: "−0 is 0", zh: "−0 就是 0" }, [-0]),
		fixed(unitStep, { en: "far below 0", zh: "远小于 0" }, [-1e6]),
	],
	"fires-edge": [
		fixed(fires, { en: "θ = 0 and a signal of 0", zh: "θ = 0，信号为 0" }, [
			[1, -1],
			[2.5, 2.5],
			0,
		]),
		fixed(
			fires,
			{
				en: "a negative threshold: a negative signal can fire",
				zh: "阈值为负：信号为负也能点火",
			},
			[[-1.5, 0.5], [2, 1], -2.5],
		),
		fixed(
			fires,
			{
				en: "a negative threshold that the signal misses",
				zh: "阈值为负，信号仍不够",
			},
			[[-1.5, 0.5], [2, 1], -2.25],
		),
		fixed(fires, { en: "no inputs, θ = −1", zh: "没有输入，θ = −1" }, [
			[],
			[],
			-1,
		]),
		refuses(fires, { en: "more weights than inputs", zh: "权重比输入多" }, [
			[1, 2, 3],
			[1, 2],
			0,
		]),
		refuses(fires, { en: "more inputs than weights", zh: "输入比权重多" }, [
			[1, 2],
			[1, 2, 3],
			0,
		]),
	],
	"threshold-to-bias-edge": [
		fixed(
			thresholdToBias,
			{ en: "a large threshold", zh: "很大的阈值" },
			[1e9],
		),
		fixed(thresholdToBias, { en: "θ = 0", zh: "θ = 0" }, [0]),
	],
	"neuron-edge": [
		fixed(
			neuron,
			{ en: "no inputs: the bias alone", zh: "没有输入：只剩偏置" },
			[[], [], 0.75, aFunction("tanh")],
		),
		fixed(
			neuron,
			{ en: "b = 0, the rectifier below 0", zh: "b = 0，负数经过 ReLU" },
			[[1, 2], [3, -4], 0, aFunction("relu")],
		),
		fixed(
			neuron,
			{
				en: "deep in the flat part of the sigmoid",
				zh: "sigmoid 平坦部分的深处",
			},
			[[20], [-2], 30, aFunction("sigmoid")],
		),
		refuses(neuron, { en: "more weights than inputs", zh: "权重比输入多" }, [
			[1, 2, 3],
			[1, 2],
			0,
			aFunction("identity"),
		]),
		refuses(neuron, { en: "more inputs than weights", zh: "输入比权重多" }, [
			[1, 2],
			[1, 2, 3],
			0,
			aFunction("identity"),
		]),
	],
	pure: [
		pure(
			{
				en: "weights and inputs are left as they were",
				zh: "权重与输入保持不变",
			},
			fires,
			neuron,
		),
	],
});
