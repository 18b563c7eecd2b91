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

interface StepInputs {
	net: Net;
	i: Pair;
	target: Pair;
	eta: number;
	trainBiases: boolean;
}

const trainStep = returnsSteps(
	"trainStep",
	["net", "i", "target", "eta", "trainBiases"],
	(
		net: Net,
		i: Pair,
		target: Pair,
		eta: number,
		trainBiases: boolean,
	): StepInputs => ({ net, i, target, eta, trainBiases }),
	stepGraph<StepInputs>()
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
		.inner(
			"deltaH",
			"\\delta_{h1} = (\\delta_{o1} w_5 + \\delta_{o2} w_7) \\, \\mathrm{out}_{h1} (1 - \\mathrm{out}_{h1}), \\quad \\delta_{h2} = (\\delta_{o1} w_6 + \\delta_{o2} w_8) \\, \\mathrm{out}_{h2} (1 - \\mathrm{out}_{h2})",
			["net", "i", "target"],
			({ net, i, target }) => network.hiddenGradients(net, i, target).deltaH,
		)
		.inner(
			"gradW",
			"\\frac{\\partial E}{\\partial w_1 \\dots w_4} = \\delta_h \\cdot i, \\quad \\frac{\\partial E}{\\partial w_5 \\dots w_8} = \\delta_o \\cdot \\mathrm{out}_h",
			["deltaH", "i", "deltaO", "outH"],
			({ deltaH: [h1, h2], i: [i1, i2], deltaO: [o1, o2], outH }) => [
				...[h1 * i1, h1 * i2, h2 * i1, h2 * i2],
				...[o1 * outH[0], o1 * outH[1], o2 * outH[0], o2 * outH[1]],
			],
		)
		.step(
			"w",
			"w_k \\leftarrow w_k - \\eta \\, \\frac{\\partial E}{\\partial w_k}",
			["net", "gradW", "eta"],
			({ net, gradW, eta }) =>
				gradW.map((gradient, k) =>
					network.updateWeight(net.w[k] ?? Number.NaN, gradient, eta),
				),
		)
		.step(
			"b1",
			"b_1 \\leftarrow b_1 - \\eta (\\delta_{h1} + \\delta_{h2})",
			["net", "deltaH", "eta", "trainBiases"],
			({ net, deltaH: [h1, h2], eta, trainBiases }) =>
				trainBiases ? network.updateWeight(net.b1, h1 + h2, eta) : net.b1,
		)
		.step(
			"b2",
			"b_2 \\leftarrow b_2 - \\eta (\\delta_{o1} + \\delta_{o2})",
			["net", "deltaO", "eta", "trainBiases"],
			({ net, deltaO: [o1, o2], eta, trainBiases }) =>
				trainBiases ? network.updateWeight(net.b2, o1 + o2, eta) : net.b2,
		),
);

interface RunInputs extends Omit<StepInputs, "net"> {
	start: Net;
	steps: number;
}

type Run = ReturnType<typeof network.train>;
let last: { inputs: RunInputs; run: Run } | null = null;

/** Both steps of `train` come from one run; it is made once for the two of them. */
function runOf(inputs: RunInputs): Run {
	const { start, i, target, eta, steps, trainBiases } = inputs;
	const keys = ["start", "i", "target", "eta", "steps", "trainBiases"] as const;
	const known = last;
	if (known && keys.every((key) => known.inputs[key] === inputs[key]))
		return known.run;
	const run = network.train(start, i, target, eta, steps, trainBiases);
	last = { inputs, run };
	return run;
}

const train = returnsSteps(
	"train",
	["net", "i", "target", "eta", "steps", "trainBiases"],
	(
		start: Net,
		i: Pair,
		target: Pair,
		eta: number,
		steps: number,
		trainBiases: boolean,
	): RunInputs => ({ start, i, target, eta, steps, trainBiases }),
	stepGraph<RunInputs>()
		.step(
			"net",
			"\\mathrm{net} = \\mathrm{net}^{(\\mathrm{steps})}",
			["start", "i", "target", "eta", "steps", "trainBiases"],
			(inputs) => ({ ...runOf(inputs).net }),
		)
		.step(
			"errors",
			"\\mathrm{errors}_n = E(\\mathrm{net}^{(n + 1)})",
			["start", "i", "target", "eta", "steps", "trainBiases"],
			(inputs) => runOf(inputs).errors,
		),
);

/** The network of the worked example, its inputs and its targets. */
const worked = {
	w: [0.05, 0.15, 0.1, 0.2, 0.25, 0.35, 0.3, 0.4],
	b1: 0.35,
	b2: 0.5,
};
const inputs: Pair = [0.1, 0.2];
const targets: Pair = [0.85, 0.3];

/** A network whose weights and biases have both signs. */
const mixed = {
	w: [1.2, -0.7, -1.6, 0.4, 0.9, -1.1, -0.5, 1.8],
	b1: -0.3,
	b2: 0.8,
};

export default cases({
	"train-step-visible": [
		fixed(
			trainStep,
			{
				en: "Biases frozen, rate 1 (the textbook prints w5 and w1 only)",
				zh: "偏置固定，学习率 1（原书只印出 w5 与 w1）",
			},
			[worked, inputs, targets, 1, false],
			{
				"w[0]": "0.049574763",
				"w[1]": "0.149149526818",
				"w[2]": "0.0994470281758",
				"w[3]": "0.198894056352",
				"w[4]": "0.268375022",
				"w[5]": "0.368486467138",
				"w[6]": "0.249681802892",
				"w[7]": "0.349376620041",
				b1: "0.35",
				b2: "0.5",
			},
		),
		fixed(
			trainStep,
			{ en: "Biases trained, rate 1", zh: "偏置也训练，学习率 1" },
			[worked, inputs, targets, 1, true],
			{ "w[4]": "0.268375022", b1: "0.34021791585", b2: "0.446321070298" },
		),
	],
	"train-visible": [
		fixed(
			train,
			{ en: "1 step, biases frozen", zh: "1 步，偏置固定" },
			[worked, inputs, targets, 1, 1, false],
			{ "net.w[0]": "0.0495747634092", "errors[0]": "0.09111712352" },
		),
		fixed(
			train,
			{ en: "10 steps, biases frozen", zh: "10 步，偏置固定" },
			[worked, inputs, targets, 1, 10, false],
			{ "errors[9]": "0.0472534117674" },
		),
		fixed(
			train,
			{ en: "100 steps, biases frozen", zh: "100 步，偏置固定" },
			[worked, inputs, targets, 1, 100, false],
			{ "errors[99]": "0.000247475562062" },
		),
		fixed(
			train,
			{ en: "1 step, biases trained", zh: "1 步，偏置也训练" },
			[worked, inputs, targets, 1, 1, true],
			{ "net.b1": "0.34021791585", "errors[0]": "0.0882222409116" },
		),
		fixed(
			train,
			{ en: "10 steps, biases trained", zh: "10 步，偏置也训练" },
			[worked, inputs, targets, 1, 10, true],
			{ "errors[9]": "0.0365858830106" },
		),
		fixed(
			train,
			{ en: "100 steps, biases trained", zh: "100 步，偏置也训练" },
			[worked, inputs, targets, 1, 100, true],
			{ "errors[99]": "4.46326800097e-5" },
		),
	],
	"train-step-random": [
		property(
			trainStep,
			{
				en: "any weights and biases in [−2, 2], inputs in [−3, 3], targets in [0, 1], rates in [0.1, 2]",
				zh: "任意权重与偏置 ∈ [−2, 2]，输入 ∈ [−3, 3]，目标 ∈ [0, 1]，学习率 ∈ [0.1, 2]",
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
				draw.number(0.1, 2),
				draw.boolean(),
			],
		),
	],
	"train-random": [
		property(
			train,
			{
				en: "any network as above, 1 to 30 steps",
				zh: "任意上述网络，1 到 30 步",
			},
			12,
			(draw) => [
				{
					w: draw.vector(8, -2, 2),
					b1: draw.number(-2, 2),
					b2: draw.number(-2, 2),
				},
				draw.pair(-3, 3),
				draw.pair(0, 1),
				draw.number(0.1, 2),
				draw.integer(1, 30),
				draw.boolean(),
			],
		),
	],
	"train-step-edge": [
		fixed(
			trainStep,
			{ en: "rate 0: nothing moves", zh: "学习率为 0：什么都不动" },
			[mixed, [0.4, -1.2], [0.1, 0.9], 0, true],
		),
		fixed(trainStep, { en: "a very large rate", zh: "很大的学习率" }, [
			mixed,
			[0.4, -1.2],
			[0.1, 0.9],
			10,
			true,
		]),
		fixed(
			trainStep,
			{ en: "a very large rate, biases frozen", zh: "很大的学习率，偏置固定" },
			[worked, inputs, targets, 10, false],
		),
		fixed(
			trainStep,
			{
				en: "both inputs 0: only the output layer and the biases move",
				zh: "两个输入都为 0：只有输出层与偏置移动",
			},
			[mixed, [0, 0], [0.1, 0.9], 0.5, true],
		),
	],
	"train-edge": [
		fixed(train, { en: "no steps: a copy", zh: "0 步：返回副本" }, [
			mixed,
			[0.4, -1.2],
			[0.1, 0.9],
			0.5,
			0,
			true,
		]),
		fixed(
			train,
			{
				en: "rate 0: the error is recorded all the same",
				zh: "学习率为 0：误差照样记录",
			},
			[mixed, [0.4, -1.2], [0.1, 0.9], 0, 3, true],
		),
		fixed(train, { en: "a very large rate", zh: "很大的学习率" }, [
			mixed,
			[0.4, -1.2],
			[0.1, 0.9],
			10,
			5,
			true,
		]),
		fixed(train, { en: "both inputs 0", zh: "两个输入都为 0" }, [
			mixed,
			[0, 0],
			[0.1, 0.9],
			0.5,
			4,
			true,
		]),
	],
	pure: [
		pure(
			{
				en: "the network you are given is left as it was and shared with nobody",
				zh: "传入的网络保持不变，也不与结果共用",
			},
			trainStep,
			train,
		),
	],
});
