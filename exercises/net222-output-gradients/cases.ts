import * as network from "../../reference/net222.ts";
import {
	cases,
	fixed,
	property,
	pure,
	returnsSteps,
	returnsValue,
	stepGraph,
} from "../authoring/index.ts";

type Net = network.Net222;
type Pair = network.Pair;

const outputGradients = returnsSteps(
	"outputGradients",
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
			"outO",
			"\\mathrm{out}_o = \\sigma(l_o)",
			["net", "i"],
			({ net, i }) => network.forward(net, i).outO,
		)
		.step(
			"dE_dOut",
			"\\frac{\\partial E}{\\partial \\mathrm{out}_o} = \\mathrm{out}_o - t",
			["outO", "target"],
			({ outO, target }): Pair => [outO[0] - target[0], outO[1] - target[1]],
		)
		.step(
			"dOut_dL",
			"\\frac{\\partial \\mathrm{out}_o}{\\partial l_o} = \\mathrm{out}_o (1 - \\mathrm{out}_o)",
			["outO"],
			({ outO }): Pair => [outO[0] * (1 - outO[0]), outO[1] * (1 - outO[1])],
		)
		.step(
			"deltaO",
			"\\delta_o = \\frac{\\partial E}{\\partial \\mathrm{out}_o} \\cdot \\frac{\\partial \\mathrm{out}_o}{\\partial l_o}",
			["dE_dOut", "dOut_dL"],
			({ dE_dOut, dOut_dL }): Pair => [
				dE_dOut[0] * dOut_dL[0],
				dE_dOut[1] * dOut_dL[1],
			],
		)
		.step(
			"gradW",
			"\\frac{\\partial E}{\\partial w} = \\delta_o \\cdot \\mathrm{out}_h",
			["deltaO", "outH"],
			({ deltaO: [d1, d2], outH: [h1, h2] }) => [
				d1 * h1,
				d1 * h2,
				d2 * h1,
				d2 * h2,
			],
		)
		.step(
			"gradB2",
			"\\frac{\\partial E}{\\partial b_2} = \\delta_{o1} + \\delta_{o2}",
			["deltaO"],
			({ deltaO }) => deltaO[0] + deltaO[1],
		),
);

const updateWeight = returnsValue(
	"updateWeight",
	["w", "gradient", "eta"],
	"w \\leftarrow w - \\eta \\, \\frac{\\partial E}{\\partial w}",
	network.updateWeight,
);

/** The network of the worked example. */
const worked = {
	w: [0.05, 0.15, 0.1, 0.2, 0.25, 0.35, 0.3, 0.4],
	b1: 0.35,
	b2: 0.5,
};

/** Output sums far above 40, where σ(l) is 1 to the last bit, and far below −709, where e^−l overflows. */
const saturated = {
	w: [0.4, -0.3, 0.2, 0.5, 900, 800, -900, -950],
	b1: 0.1,
	b2: 0.3,
};

/** Only the first output is saturated. */
const halfSaturated = {
	...saturated,
	w: [0.4, -0.3, 0.2, 0.5, 900, 800, -0.6, 1.1],
};

const outputsOf = (net: Net, i: Pair) => network.forward(net, i).outO;

export default cases({
	"output-gradients-visible": [
		fixed(
			outputGradients,
			{
				en: "The worked network (the textbook cuts three of its values off instead of rounding)",
				zh: "书中的网络（原书有三个值是截断而非四舍五入）",
			},
			[worked, [0.1, 0.2], [0.85, 0.3]],
			{
				"dE_dOut[0]": "-0.147692493",
				"dE_dOut[1]": "0.414634132471",
				"dOut_dL[0]": "0.209071673",
				"dOut_dL[1]": "0.203932189178",
				"deltaO[0]": "-0.030878317",
				"deltaO[1]": "0.0845572463429",
				"gradW[0]": "-0.018375022",
				"gradW[1]": "-0.0184864671377",
				"gradW[2]": "0.0503181971081",
				"gradW[3]": "0.0506233799586",
				gradB2: "0.0536789297024",
			},
		),
	],
	"update-weight-visible": [
		fixed(
			updateWeight,
			{ en: "The new w5 with rate 1", zh: "学习率 1 时的新 w5" },
			[0.25, -0.018375021542, 1],
			{ "": "0.268375022" },
		),
	],
	"output-gradients-random": [
		property(
			outputGradients,
			{
				en: "any weights and biases in [−2, 2], inputs in [−3, 3], targets in [0, 1]",
				zh: "任意权重与偏置 ∈ [−2, 2]，输入 ∈ [−3, 3]，目标 ∈ [0, 1]",
			},
			16,
			(draw) => [
				{
					w: draw.vector(8, -2, 2),
					b1: draw.number(-2, 2),
					b2: draw.number(-2, 2),
				},
				draw.pair(-3, 3),
				draw.pair(0, 1),
			],
		),
	],
	"update-weight-random": [
		property(
			updateWeight,
			{
				en: "any weight and gradient in [−2, 2], rates in [0.01, 2]",
				zh: "任意权重与梯度 ∈ [−2, 2]，学习率 ∈ [0.01, 2]",
			},
			12,
			(draw) => [draw.number(-2, 2), draw.number(-2, 2), draw.number(0.01, 2)],
		),
	],
	"output-gradients-edge": [
		fixed(
			outputGradients,
			{
				en: "both outputs equal their targets",
				zh: "两个输出都等于目标",
			},
			[worked, [0.1, 0.2], outputsOf(worked, [0.1, 0.2])],
		),
		fixed(
			outputGradients,
			{
				en: "only the first output equals its target",
				zh: "只有第一个输出等于目标",
			},
			[worked, [0.1, 0.2], [outputsOf(worked, [0.1, 0.2])[0], 0.3]],
		),
		fixed(
			outputGradients,
			{
				en: "both outputs saturated on the wrong side",
				zh: "两个输出都在错误的一端饱和",
			},
			[saturated, [1, 2], [0.15, 0.9]],
		),
		fixed(outputGradients, { en: "one output saturated", zh: "一个输出饱和" }, [
			halfSaturated,
			[1, 2],
			[0.15, 0.9],
		]),
		fixed(outputGradients, { en: "both inputs 0", zh: "两个输入都为 0" }, [
			worked,
			[0, 0],
			[0.1, 0.95],
		]),
	],
	"update-weight-edge": [
		fixed(updateWeight, { en: "gradient 0", zh: "梯度为 0" }, [0.4, 0, 0.5]),
		fixed(updateWeight, { en: "rate 0", zh: "学习率为 0" }, [-0.3, 1.7, 0]),
		fixed(
			updateWeight,
			{ en: "past 0 to the other side", zh: "越过 0 到另一侧" },
			[0.1, 0.6, 0.8],
		),
		fixed(
			updateWeight,
			{ en: "a weight of 0", zh: "权重为 0" },
			[0, -0.7, 0.3],
		),
		fixed(
			updateWeight,
			{ en: "a large rate", zh: "很大的学习率" },
			[-1.2, 0.25, 10],
		),
	],
	pure: [
		pure(
			{
				en: "the network and all arrays are left as they were",
				zh: "网络与所有数组保持不变",
			},
			outputGradients,
		),
	],
});
