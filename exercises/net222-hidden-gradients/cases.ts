import * as network from "../../reference/net222.ts";
import type { Draw } from "../authoring/draw.ts";
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

/** w5 … w8 as pairs: what leads to the first output, from h1 and from h2, and what leads to the second. */
const intoOutputs = ({ w }: Net): [Pair, Pair] => {
	const [w5 = Number.NaN, w6 = Number.NaN, w7 = Number.NaN, w8 = Number.NaN] =
		w.slice(4);
	return [
		[w5, w6],
		[w7, w8],
	];
};

const hiddenGradients = returnsSteps(
	"hiddenGradients",
	["net", "i", "target"],
	(net: Net, i: Pair, target: Pair) => ({ net, i, target }),
	stepGraph<{ net: Net; i: Pair; target: Pair }>()
		.inner(
			"outH",
			"\\mathrm{out}_h = \\sigma(l_h)",
			["net", "i"],
			({ net, i }) => network.forward(net, i).outH,
		)
		.inner(
			"deltaO",
			"\\delta_o = (\\mathrm{out}_o - t) \\, \\mathrm{out}_o (1 - \\mathrm{out}_o)",
			["net", "i", "target"],
			({ net, i, target }) => network.outputGradients(net, i, target).deltaO,
		)
		.step(
			"fromO1",
			"\\frac{\\partial E_{o1}}{\\partial \\mathrm{out}_h} = \\delta_{o1} \\cdot (w_5, w_6)",
			["deltaO", "net"],
			({ deltaO: [delta], net }): Pair => {
				const [[w5, w6]] = intoOutputs(net);
				return [delta * w5, delta * w6];
			},
		)
		.step(
			"fromO2",
			"\\frac{\\partial E_{o2}}{\\partial \\mathrm{out}_h} = \\delta_{o2} \\cdot (w_7, w_8)",
			["deltaO", "net"],
			({ deltaO: [, delta], net }): Pair => {
				const [, [w7, w8]] = intoOutputs(net);
				return [delta * w7, delta * w8];
			},
		)
		.step(
			"dE_dOutH",
			"\\frac{\\partial E}{\\partial \\mathrm{out}_h} = \\frac{\\partial E_{o1}}{\\partial \\mathrm{out}_h} + \\frac{\\partial E_{o2}}{\\partial \\mathrm{out}_h}",
			["fromO1", "fromO2"],
			({ fromO1, fromO2 }): Pair => [
				fromO1[0] + fromO2[0],
				fromO1[1] + fromO2[1],
			],
		)
		.step(
			"deltaH",
			"\\delta_h = \\frac{\\partial E}{\\partial \\mathrm{out}_h} \\cdot \\mathrm{out}_h (1 - \\mathrm{out}_h)",
			["dE_dOutH", "outH"],
			({ dE_dOutH, outH }): Pair => [
				dE_dOutH[0] * outH[0] * (1 - outH[0]),
				dE_dOutH[1] * outH[1] * (1 - outH[1]),
			],
		)
		.step(
			"gradW",
			"\\frac{\\partial E}{\\partial w} = \\delta_h \\cdot i",
			["deltaH", "i"],
			({ deltaH: [d1, d2], i: [i1, i2] }) => [
				d1 * i1,
				d1 * i2,
				d2 * i1,
				d2 * i2,
			],
		)
		.step(
			"gradB1",
			"\\frac{\\partial E}{\\partial b_1} = \\delta_{h1} + \\delta_{h2}",
			["deltaH"],
			({ deltaH }) => deltaH[0] + deltaH[1],
		),
);

/** The network of the worked example. */
const worked = {
	w: [0.05, 0.15, 0.1, 0.2, 0.25, 0.35, 0.3, 0.4],
	b1: 0.35,
	b2: 0.5,
};

/** A network whose weights and biases have both signs. */
const mixed = {
	w: [1.2, -0.7, -1.6, 0.4, 0.9, -1.1, -0.5, 1.8],
	b1: -0.3,
	b2: 0.8,
};

const drawNet = (draw: Draw): Net => ({
	w: draw.vector(8, -2, 2),
	b1: draw.number(-2, 2),
	b2: draw.number(-2, 2),
});

export default cases({
	"hidden-gradients-visible": [
		fixed(
			hiddenGradients,
			{
				en: "The worked network (the textbook prints the path of w1 only)",
				zh: "书中的网络（原书只印出通向 w1 的那条路）",
			},
			[worked, [0.1, 0.2], [0.85, 0.3]],
			{
				"fromO1[0]": "-0.007719579",
				"fromO1[1]": "-0.0108074108242",
				"fromO2[0]": "0.025367174",
				"fromO2[1]": "0.0338228985372",
				"dE_dOutH[0]": "0.017647595",
				"dE_dOutH[1]": "0.023015487713",
				"deltaH[0]": "0.00425236590821",
				"deltaH[1]": "0.00552971824153",
				"gradW[0]": "0.000425237",
				"gradW[1]": "0.000850473181642",
				"gradW[2]": "0.000552971824153",
				"gradW[3]": "0.00110594364831",
				gradB1: "0.00978208414973",
			},
		),
		fixed(
			hiddenGradients,
			{
				en: "A network of our own with weights of both signs",
				zh: "另一个网络，权重有正有负",
			},
			[mixed, [0.4, -1.2], [0.1, 0.9]],
		),
	],
	"hidden-gradients-random": [
		property(
			hiddenGradients,
			{
				en: "any weights and biases in [−2, 2], inputs in [−3, 3], targets in [0, 1]",
				zh: "任意权重与偏置 ∈ [−2, 2]，输入 ∈ [−3, 3]，目标 ∈ [0, 1]",
			},
			20,
			(draw) => [drawNet(draw), draw.pair(-3, 3), draw.pair(0, 1)],
		),
	],
	"hidden-gradients-edge": [
		fixed(
			hiddenGradients,
			{
				en: "both inputs 0: the weights of the inputs get nothing, the bias does",
				zh: "两个输入都为 0：输入的权重梯度为 0，偏置不为 0",
			},
			[mixed, [0, 0], [0.1, 0.9]],
		),
		fixed(
			hiddenGradients,
			{ en: "only the second input 0", zh: "只有第二个输入为 0" },
			[worked, [0.7, 0], [0.1, 0.95]],
		),
		fixed(
			hiddenGradients,
			{
				en: "w5 = w7 = 0: no path leads back to h1",
				zh: "w5 = w7 = 0：没有路通回 h1",
			},
			[
				{ ...mixed, w: [1.2, -0.7, -1.6, 0.4, 0, -1.1, 0, 1.8] },
				[0.4, -1.2],
				[0.1, 0.9],
			],
		),
		fixed(
			hiddenGradients,
			{
				en: "the first output equals its target: only the second one hands back",
				zh: "第一个输出等于目标：只有第二个输出往回传",
			},
			[worked, [0.1, 0.2], [network.forward(worked, [0.1, 0.2]).outO[0], 0.3]],
		),
		fixed(
			hiddenGradients,
			{
				en: "a saturated hidden neuron: its slope is nearly 0",
				zh: "隐藏神经元饱和：斜率接近 0",
			},
			[
				{ ...mixed, w: [900, -700, -1.6, 0.4, 0.9, -1.1, -0.5, 1.8] },
				[1, -2],
				[0.1, 0.9],
			],
		),
		fixed(
			hiddenGradients,
			{
				en: "a saturated output: nothing comes back from it",
				zh: "一个输出饱和：它几乎不往回传",
			},
			[
				{ ...mixed, w: [1.2, -0.7, -1.6, 0.4, 0.9, -1.1, -900, -950] },
				[0.4, -1.2],
				[0.1, 0.9],
			],
		),
	],
	pure: [
		pure(
			{
				en: "the network and all arrays are left as they were",
				zh: "网络与所有数组保持不变",
			},
			hiddenGradients,
		),
	],
});
