import { sigmoid } from "../../reference/activations.ts";
import * as network from "../../reference/net222.ts";
import {
	cases,
	fixed,
	property,
	pure,
	returnsSteps,
	stepGraph,
} from "../authoring/index.ts";

type Net = network.Net222;
type Pair = network.Pair;

const sigmoids = ([first, second]: Pair): Pair => [
	sigmoid(first),
	sigmoid(second),
];

/** What the outputs receive from hidden outputs that need not belong to the network's own forward pass. */
function outputSums({ w, b2 }: Net, [h1, h2]: Pair): Pair {
	const [w5, w6, w7, w8] = w.slice(4) as [number, number, number, number];
	return [w5 * h1 + w6 * h2 + b2, w7 * h1 + w8 * h2 + b2];
}

const forward = returnsSteps(
	"forward",
	["net", "i"],
	(net: Net, i: Pair) => ({ net, i }),
	stepGraph<{ net: Net; i: Pair }>()
		.step(
			"lh",
			"l_{h1} = w_1 i_1 + w_2 i_2 + b_1, \\quad l_{h2} = w_3 i_1 + w_4 i_2 + b_1",
			["net", "i"],
			({ net, i }) => network.forward(net, i).lh,
		)
		.step("outH", "\\mathrm{out}_h = \\sigma(l_h)", ["lh"], ({ lh }) =>
			sigmoids(lh),
		)
		.step(
			"lo",
			"l_{o1} = w_5 \\mathrm{out}_{h1} + w_6 \\mathrm{out}_{h2} + b_2, \\quad l_{o2} = w_7 \\mathrm{out}_{h1} + w_8 \\mathrm{out}_{h2} + b_2",
			["net", "outH"],
			({ net, outH }) => outputSums(net, outH),
		)
		.step("outO", "\\mathrm{out}_o = \\sigma(l_o)", ["lo"], ({ lo }) =>
			sigmoids(lo),
		),
);

const errors = returnsSteps(
	"errors",
	["outO", "target"],
	(outO: Pair, target: Pair) => ({ outO, target }),
	stepGraph<{ outO: Pair; target: Pair }>()
		.step(
			"e",
			"E_o = \\tfrac12 (t - \\mathrm{out}_o)^2",
			["outO", "target"],
			({ outO, target }) => network.errors(outO, target).e,
		)
		.step("total", "E = E_{o1} + E_{o2}", ["e"], ({ e }) => e[0] + e[1]),
);

/** The network of the worked example. */
const worked = {
	w: [0.05, 0.15, 0.1, 0.2, 0.25, 0.35, 0.3, 0.4],
	b1: 0.35,
	b2: 0.5,
};

export default cases({
	"forward-visible": [
		fixed(
			forward,
			{ en: "The worked network", zh: "书中的网络" },
			[worked, [0.1, 0.2]],
			{
				"lh[0]": "0.385",
				"lh[1]": "0.400",
				"outH[0]": "0.595078474",
				"outH[1]": "0.598687660",
				"lo[0]": "0.8583102995",
				"lo[1]": "0.9179986062",
				"outO[0]": "0.702307507",
				"outO[1]": "0.714634132",
			},
		),
	],
	"errors-visible": [
		fixed(
			errors,
			{
				en: "The worked outputs (the textbook cuts E₂ off at …731)",
				zh: "书中的输出（原书 E₂ 截断为 …731）",
			},
			[network.forward(worked, [0.1, 0.2]).outO, [0.85, 0.3]],
			{ "e[0]": "0.010906536", "e[1]": "0.085960732", total: "0.096867268" },
		),
	],
	"forward-random": [
		property(
			forward,
			{
				en: "any weights and biases in [−2, 2], inputs in [−3, 3]",
				zh: "任意权重与偏置 ∈ [−2, 2]，输入 ∈ [−3, 3]",
			},
			16,
			(draw) => [
				{
					w: draw.vector(8, -2, 2),
					b1: draw.number(-2, 2),
					b2: draw.number(-2, 2),
				},
				draw.pair(-3, 3),
			],
		),
	],
	"errors-random": [
		property(
			errors,
			{
				en: "any outputs in (0, 1), targets in [0, 1]",
				zh: "任意输出 ∈ (0, 1)、目标 ∈ [0, 1]",
			},
			16,
			(draw) => [draw.pair(0.01, 0.99), draw.pair(0, 1)],
		),
	],
	"forward-edge": [
		fixed(
			forward,
			{ en: "both inputs 0: the biases speak", zh: "两个输入都为 0：只剩偏置" },
			[worked, [0, 0]],
		),
		fixed(
			forward,
			{
				en: "hidden neurons saturated on both sides",
				zh: "隐藏神经元两端饱和",
			},
			[{ w: [40, 40, -40, -40, 0.7, -0.3, -1.2, 0.4], b1: 0, b2: 0.1 }, [1, 1]],
		),
		fixed(
			forward,
			{ en: "so far out that e^l overflows", zh: "远到 e^l 溢出" },
			[
				{ w: [500, 400, -500, -400, 0.6, 0.2, -0.9, 0.8], b1: 0.5, b2: -0.2 },
				[1, 1],
			],
		),
		fixed(forward, { en: "saturated outputs", zh: "输出饱和" }, [
			{ w: [0.3, -0.2, 0.1, 0.4, 60, 80, -70, -50], b1: 0.2, b2: 1.5 },
			[0.5, -1],
		]),
	],
	"errors-edge": [
		fixed(errors, { en: "both targets met", zh: "两个目标都已达到" }, [
			[0.7, 0.2],
			[0.7, 0.2],
		]),
		fixed(errors, { en: "only the first target met", zh: "只达到第一个目标" }, [
			[0.85, 0.6],
			[0.85, 0.3],
		]),
		fixed(
			errors,
			{ en: "only the second target met", zh: "只达到第二个目标" },
			[
				[0.25, 0.3],
				[0.85, 0.3],
			],
		),
		fixed(errors, { en: "as wrong as can be", zh: "错到极点" }, [
			[0, 1],
			[1, 0],
		]),
	],
	pure: [
		pure(
			{
				en: "the network and all arrays are left as they were",
				zh: "网络与所有数组保持不变",
			},
			forward,
			errors,
		),
	],
});
