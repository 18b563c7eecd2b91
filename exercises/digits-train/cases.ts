import { dSigmoid } from "../../reference/activations.ts";
import * as dense from "../../reference/dense-network.ts";
import {
	type DigitNet,
	digitLayers,
	digitNet,
	learningImages,
	startNet,
	unseenImages,
} from "../../reference/digits.ts";
import { binaryCrossEntropy } from "../../reference/losses.ts";
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

const initialNet = returnsSteps(
	"initialNet",
	["normal", "scale"],
	(normal: () => number, scale: number) => ({ normal, scale }),
	stepGraph<{ normal: () => number; scale: number }>()
		.inner(
			"drawn",
			"w_k = \\mathrm{scale} \\cdot \\mathrm{normal}()",
			["normal", "scale"],
			({ normal, scale }) => ({ ...digitNet(() => scale * normal()) }),
		)
		.step("W1", "w_0, \\dots, w_{35}", ["drawn"], ({ drawn }) => drawn.W1)
		.step("b1", "w_{36}, w_{37}, w_{38}", ["drawn"], ({ drawn }) => drawn.b1)
		.step("W2", "w_{39}, \\dots, w_{44}", ["drawn"], ({ drawn }) => drawn.W2)
		.step("b2", "w_{45}, w_{46}", ["drawn"], ({ drawn }) => drawn.b2),
);

interface EpochInputs {
	net: DigitNet;
	X: number[][];
	Y: number[][];
	eta: number;
}

/** w − η·slope, number by number. */
const stepDown = (values: number[], slopes: number[], eta: number) =>
	values.map((value, i) => value - eta * (slopes[i] ?? Number.NaN));

/** The mean over the samples of the slope by weight i of neuron j, δ_j·a_i. */
function meanProducts(deltas: number[][], inputs: number[][]): number[][] {
	const [first = []] = deltas;
	return first.map((_, j) =>
		(inputs[0] ?? []).map((__, i) =>
			mean(
				deltas.map(
					(delta, n) =>
						(delta[j] ?? Number.NaN) * (inputs[n]?.[i] ?? Number.NaN),
				),
			),
		),
	);
}

function meanColumns(rows: number[][]): number[] {
	return (rows[0] ?? []).map((_, j) =>
		mean(rows.map((row) => row[j] ?? Number.NaN)),
	);
}

function mean(values: number[]): number {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}

const trainEpoch = returnsSteps(
	"trainEpoch",
	["net", "X", "Y", "eta"],
	(net: DigitNet, X: number[][], Y: number[][], eta: number): EpochInputs => ({
		net,
		X,
		Y,
		eta,
	}),
	stepGraph<EpochInputs>()
		.inner("z1", "z^2 = W_1 x + b_1", ["net", "X"], ({ net, X }) =>
			X.map((x) => dense.forward(digitLayers(net), x).z[0] ?? []),
		)
		.inner("a1", "a^2 = \\sigma(z^2)", ["net", "X"], ({ net, X }) =>
			X.map((x) => dense.forward(digitLayers(net), x).a[0] ?? []),
		)
		.inner(
			"delta2",
			"\\delta^3 = a^3 - y",
			["net", "X", "Y"],
			({ net, X, Y }) =>
				X.map((x, n) =>
					dense
						.predict(digitLayers(net), x)
						.map((a, k) => a - (Y[n]?.[k] ?? Number.NaN)),
				),
		)
		.inner(
			"delta1",
			"\\delta^2 = (W_2^T \\delta^3) \\odot \\sigma'(z^2)",
			["net", "delta2", "z1"],
			({ net, delta2, z1 }) =>
				delta2.map((delta, n) =>
					(z1[n] ?? []).map(
						(z, j) =>
							dSigmoid(z) *
							delta.reduce(
								(sum, d, k) => sum + d * (net.W2[k]?.[j] ?? Number.NaN),
								0,
							),
					),
				),
		)
		.step(
			"W2",
			"W_2 \\leftarrow W_2 - \\frac{\\eta}{m} \\sum \\delta^3 (a^2)^T",
			["net", "delta2", "a1", "eta"],
			({ net, delta2, a1, eta }) => {
				const slopes = meanProducts(delta2, a1);
				return net.W2.map((row, k) => stepDown(row, slopes[k] ?? [], eta));
			},
		)
		.step(
			"b2",
			"b_2 \\leftarrow b_2 - \\frac{\\eta}{m} \\sum \\delta^3",
			["net", "delta2", "eta"],
			({ net, delta2, eta }) => stepDown(net.b2, meanColumns(delta2), eta),
		)
		.step(
			"W1",
			"W_1 \\leftarrow W_1 - \\frac{\\eta}{m} \\sum \\delta^2 x^T",
			["net", "delta1", "X", "eta"],
			({ net, delta1, X, eta }) => {
				const slopes = meanProducts(delta1, X);
				return net.W1.map((row, j) => stepDown(row, slopes[j] ?? [], eta));
			},
		)
		.step(
			"b1",
			"b_1 \\leftarrow b_1 - \\frac{\\eta}{m} \\sum \\delta^2",
			["net", "delta1", "eta"],
			({ net, delta1, eta }) => stepDown(net.b1, meanColumns(delta1), eta),
		),
);

interface Options {
	eta: number;
	maxEpochs: number;
	stop: number;
}

interface RunInputs {
	start: DigitNet;
	X: number[][];
	Y: number[][];
	o: Options;
}

interface Run {
	net: DigitNet;
	costs: number[];
}

function runTraining({ start, X, Y, o }: RunInputs): Run {
	let layers = digitLayers(start);
	const costs: number[] = [];
	for (;;) {
		const cost = dense.batchCost(layers, X, Y, "cross-entropy");
		costs.push(cost);
		if (cost < o.stop || costs.length > o.maxEpochs) break;
		layers = dense.trainStep(layers, X, Y, o.eta, "cross-entropy");
	}
	const numbers = layers.flatMap(({ W, b }) => [...W.flat(), ...b]);
	return { net: digitNet((k) => numbers[k] ?? Number.NaN), costs };
}

let last: { inputs: RunInputs; run: Run } | null = null;

/** All steps of `train` come from one run; it is made once for them. */
function runOf(inputs: RunInputs): Run {
	const keys = ["start", "X", "Y", "o"] as const;
	const known = last;
	if (known && keys.every((key) => known.inputs[key] === inputs[key]))
		return known.run;
	const run = runTraining(inputs);
	last = { inputs, run };
	return run;
}

const train = returnsSteps(
	"train",
	["net", "X", "Y", "o"],
	(start: DigitNet, X: number[][], Y: number[][], o: Options): RunInputs => ({
		start,
		X,
		Y,
		o,
	}),
	stepGraph<RunInputs>()
		.step(
			"costs",
			"\\mathrm{costs}_n = J(\\Theta^{(n)})",
			["start", "X", "Y", "o"],
			(inputs) => runOf(inputs).costs,
		)
		.step(
			"epochs",
			"\\mathrm{epochs} = n",
			["start", "X", "Y", "o"],
			(inputs) => runOf(inputs).costs.length - 1,
		)
		.step(
			"net",
			"\\Theta^{(\\mathrm{epochs})}",
			["start", "X", "Y", "o"],
			(inputs) => ({ ...runOf(inputs).net }),
		),
);

function recogniseWith(net: DigitNet, x: number[]): 0 | 1 {
	const [nought = 0, one = 0] = dense.predict(digitLayers(net), x);
	return one > nought ? 1 : 0;
}

const recognise = returnsValue(
	"recognise",
	["net", "x"],
	"\\begin{cases} 1 & a^3_2 > a^3_1 \\\\ 0 & a^3_2 \\le a^3_1 \\end{cases}",
	recogniseWith,
);

const accuracy = returnsValue(
	"accuracy",
	["net", "X", "labels"],
	"\\frac{1}{m} \\, \\#\\{i : \\hat y_i = y_i\\}",
	(net: DigitNet, X: number[][], labels: (0 | 1)[]) =>
		mean(X.map((x, n) => (recogniseWith(net, x) === labels[n] ? 1 : 0))),
);

const normalOf = (seed: number) => aFunction("normal", seed);

const start = startNet();
const images = learningImages();
const unseen = unseenImages();
const nought = [1, 1, 1, 1, 0, 1, 1, 0, 1, 1, 1, 1];
const one = [0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0];
const netOf = (numbers: number[]) => digitNet((k) => numbers[k] ?? Number.NaN);
/** What 7 epochs on the 64 images make of the start, rounded to hundredths. */
const halfTrained = netOf(
	[
		[-0.18, 0.52, 0.04, -0.4, 0.53, -0.11, -0.5, 0.43, -0.21, -0.48, 0.22],
		[-0.18, 0.49, 0.09, -0.31, 0.38, 0.01, -0.42, 0.28, -0.09, -0.52, 0.19],
		[-0.21, 0.49, 0.11, -0.31, 0.46, 0.13, -0.54, 0.42, 0.03, -0.63, 0.32],
		[-0.19, 0.48, 0.11, -0.27, 0.39, -0.01, -1.03, 0.1, 0.32, 0.09, 0.26],
		[-0.73, 0.26, 0.17],
	].flat(),
);
/** And 50 epochs. */
const trained = netOf(
	[
		[-0.04, 0.63, -0.33, -1.2, 1.5, -0.96, -1.3, 1.4, -1.03, -0.3, 0.4],
		[-0.06, 0.38, 0.04, -0.51, 0.01, 0.32, -0.77, -0.09, 0.22, -0.87, 0.09],
		[-0.24, 0.39, 0.09, -0.47, 0.77, 0.98, -1.53, 1.21, 0.88, -1.59, 1.07],
		[-0.18, 0.19, 0.06, -0.05, 0.35, -0.29, -3.4, -0.46, 2.84, 2.65, 0.84],
		[-3.38, 0.39, 0.07],
	].flat(),
);
const zeroNet = digitNet(() => 0);
/** Both outputs are the same whatever the image. */
const undecided: DigitNet = {
	...start,
	W2: [
		[0.4, -0.2, 0.9],
		[0.4, -0.2, 0.9],
	],
	b2: [0.3, 0.3],
};

interface Drawing {
	integer: (min: number, max: number) => number;
	number: (min: number, max: number) => number;
	vector: (length: number, min: number, max: number) => number[];
	boolean: () => boolean;
	pick: <Choice>(choices: readonly Choice[]) => Choice;
}

const drawNet = (draw: Drawing) => netOf(draw.vector(47, -1, 1));

const drawImage = (draw: Drawing) =>
	Array.from({ length: 12 }, () => (draw.boolean() ? 1 : 0));

/** Some of the learning images. */
function drawLesson(draw: Drawing, most: number): [number[][], number[][]] {
	const chosen = Array.from({ length: draw.integer(1, most) }, () =>
		draw.integer(0, images.X.length - 1),
	);
	return [
		chosen.map((n) => images.X[n] ?? []),
		chosen.map((n) => images.Y[n] ?? []),
	];
}

/** Rounding alone could decide between the two outputs. */
function isCloseCall(net: DigitNet, x: number[]): boolean {
	const [a = 0, b = 0] = dense.predict(digitLayers(net), x);
	return Math.abs(a - b) < 1e-6;
}

export default cases({
	"initial-net-visible": [
		fixed(
			initialNet,
			{
				en: "normal numbers of seed 1, scale 0.5",
				zh: "种子 1 的正态数，scale 为 0.5",
			},
			[normalOf(1), 0.5],
		),
		fixed(
			initialNet,
			{
				en: "normal numbers of seed 2, scale 0.1",
				zh: "种子 2 的正态数，scale 为 0.1",
			},
			[normalOf(2), 0.1],
		),
	],
	"train-epoch-visible": [
		fixed(
			trainEpoch,
			{ en: "one nought, η = 1", zh: "一个 0，η = 1" },
			[start, [nought], [[1, 0]], 1],
			{ "b2[0]": "0.865024572253", "b2[1]": "-0.396065679139" },
		),
		fixed(
			trainEpoch,
			{ en: "a nought and a one, η = 0.5", zh: "一个 0 和一个 1，η = 0.5" },
			[
				start,
				[nought, one],
				[
					[1, 0],
					[0, 1],
				],
				0.5,
			],
		),
		fixed(
			trainEpoch,
			{ en: "the 64 learning images, η = 1", zh: "64 幅学习图像，η = 1" },
			[start, images.X, images.Y, 1],
		),
	],
	"train-visible": [
		fixed(
			train,
			{
				en: "10 epochs on the 64 images, η = 1",
				zh: "64 幅图像，10 轮，η = 1",
			},
			[start, images.X, images.Y, { eta: 1, maxEpochs: 10, stop: 0 }],
			{
				"costs[0]": "1.41547268997",
				"costs[1]": "1.37396130061",
				"costs[5]": "1.25806430547",
				"costs[10]": "0.99238951789",
				epochs: "10",
			},
		),
		fixed(
			train,
			{
				en: "until J < 0.5, after 19 epochs",
				zh: "直到 J < 0.5，共 19 轮",
			},
			[start, images.X, images.Y, { eta: 1, maxEpochs: 60, stop: 0.5 }],
			{ "costs[10]": "0.99238951789", epochs: "19" },
		),
		fixed(
			train,
			{
				en: "all 47 numbers start at 0: nothing is learnt",
				zh: "47 个数全从 0 开始：什么也学不到",
			},
			[zeroNet, images.X, images.Y, { eta: 1, maxEpochs: 10, stop: 0 }],
			{ "costs[0]": "1.38629436112", "costs[10]": "1.38629436112" },
		),
	],
	"recognise-visible": [
		fixed(
			recognise,
			{
				en: "the untrained network takes a one for a nought",
				zh: "未训练的网络把 1 认作 0",
			},
			[start, one],
			{ "": "0" },
		),
		fixed(
			recognise,
			{ en: "after 50 epochs it knows the one", zh: "50 轮之后认得 1" },
			[trained, one],
			{ "": "1" },
		),
		fixed(
			recognise,
			{ en: "and the nought", zh: "也认得 0" },
			[trained, nought],
			{ "": "0" },
		),
	],
	"accuracy-visible": [
		fixed(
			accuracy,
			{ en: "the untrained network: one half", zh: "未训练的网络：一半" },
			[start, images.X, images.labels],
			{ "": "0.5" },
		),
		fixed(
			accuracy,
			{
				en: "7 epochs, 240 images never seen",
				zh: "7 轮之后，240 幅没见过的图像",
			},
			[halfTrained, unseen.X, unseen.labels],
			{ "": "0.983333333333" },
		),
	],
	"initial-net-random": [
		property(
			initialNet,
			{ en: "any seed, scale in [0.05, 2]", zh: "任意种子，scale ∈ [0.05, 2]" },
			8,
			(draw) => [normalOf(draw.integer(3, 100_000)), draw.number(0.05, 2)],
		),
	],
	"train-epoch-random": [
		property(
			trainEpoch,
			{
				en: "any network, 1 to 12 images, η in [0.1, 3]",
				zh: "任意网络，1 至 12 幅图像，η ∈ [0.1, 3]",
			},
			14,
			(draw) => [drawNet(draw), ...drawLesson(draw, 12), draw.number(0.1, 3)],
		),
	],
	"train-random": [
		property(
			train,
			{
				en: "any network, 1 to 10 images, at most 15 epochs",
				zh: "任意网络，1 至 10 幅图像，至多 15 轮",
			},
			10,
			(draw) => {
				const net = drawNet(draw);
				const [X, Y] = drawLesson(draw, 10);
				const o = {
					eta: draw.number(0.2, 2),
					maxEpochs: draw.integer(1, 15),
					stop: draw.pick([0, 0.7, 1]),
				};
				const { costs } = runTraining({ start: net, X, Y, o });
				const isUndecided = costs.some(
					(cost) => Math.abs(cost - o.stop) < 0.01 * o.stop,
				);
				return isUndecided ? null : [net, X, Y, o];
			},
		),
	],
	"recognise-random": [
		property(
			recognise,
			{ en: "any network, any image", zh: "任意网络，任意图像" },
			12,
			(draw) => {
				const net = drawNet(draw);
				const x = drawImage(draw);
				return isCloseCall(net, x) ? null : [net, x];
			},
		),
	],
	"accuracy-random": [
		property(
			accuracy,
			{
				en: "any network, 1 to 20 images, any labels",
				zh: "任意网络，1 至 20 幅图像，任意标签",
			},
			8,
			(draw) => {
				const net = drawNet(draw);
				const X = Array.from({ length: draw.integer(1, 20) }, () =>
					drawImage(draw),
				);
				if (X.some((x) => isCloseCall(net, x))) return null;
				return [net, X, X.map((): 0 | 1 => (draw.boolean() ? 1 : 0))];
			},
		),
	],
	"train-epoch-edge": [
		fixed(
			trainEpoch,
			{ en: "rate 0: nothing moves", zh: "学习率为 0：什么都不动" },
			[
				start,
				[nought, one],
				[
					[1, 0],
					[0, 1],
				],
				0,
			],
		),
		fixed(
			trainEpoch,
			{
				en: "a dark image: W1 stays, the rest moves",
				zh: "全黑的图像：W1 不动，其余移动",
			},
			[trained, [nought.map(() => 0)], [[0, 1]], 1],
		),
		fixed(
			trainEpoch,
			{
				en: "the same image three times is as good as once",
				zh: "同一幅图像出现三次，与一次相同",
			},
			[
				halfTrained,
				[one, one, one],
				[
					[0, 1],
					[0, 1],
					[0, 1],
				],
				1,
			],
		),
		refuses(trainEpoch, { en: "no images", zh: "没有图像" }, [
			start,
			[],
			[],
			1,
		]),
		refuses(trainEpoch, { en: "a label too few", zh: "缺少一个标签" }, [
			start,
			[nought, one],
			[[1, 0]],
			1,
		]),
	],
	"train-edge": [
		fixed(
			train,
			{ en: "good enough already: no epoch", zh: "已经够好：一轮不训" },
			[trained, images.X, images.Y, { eta: 1, maxEpochs: 5, stop: 0.5 }],
		),
		fixed(
			train,
			{ en: "no epoch allowed: a copy", zh: "一轮都不允许：返回副本" },
			[start, [nought], [[1, 0]], { eta: 1, maxEpochs: 0, stop: 0 }],
		),
		fixed(
			train,
			{
				en: "a cost equal to stop is not below it",
				zh: "代价等于 stop 还不算低于它",
			},
			[
				zeroNet,
				[nought],
				[[1, 0]],
				{ eta: 0, maxEpochs: 3, stop: 2 * binaryCrossEntropy(0.5, 1) },
			],
		),
		fixed(
			train,
			{ en: "good enough in the last epoch allowed", zh: "最后一轮恰好够好" },
			[
				start,
				[nought, one],
				[
					[1, 0],
					[0, 1],
				],
				{ eta: 2, maxEpochs: 3, stop: 1 },
			],
		),
		fixed(
			train,
			{
				en: "a network that is sure of everything: finite costs",
				zh: "对一切都深信不疑的网络：代价有限",
			},
			[
				digitNet((k) => (k % 2 === 0 ? 900 : -500)),
				[nought, one],
				[
					[1, 0],
					[1, 0],
				],
				{ eta: 1, maxEpochs: 1, stop: 0 },
			],
			{},
			// Where a probability is clipped, 1 − a has lost digits; how many depends on the way it is written.
			{ tolerance: { absolute: 1e-4, relative: 1e-4 } },
		),
		refuses(train, { en: "no images", zh: "没有图像" }, [
			start,
			[],
			[],
			{ eta: 1, maxEpochs: 0, stop: 0 },
		]),
		refuses(train, { en: "a label too many", zh: "多出一个标签" }, [
			start,
			[nought],
			[
				[1, 0],
				[0, 1],
			],
			{ eta: 1, maxEpochs: 0, stop: 0 },
		]),
	],
	"recognise-edge": [
		fixed(recognise, { en: "a tie counts as a nought", zh: "打平算作 0" }, [
			undecided,
			one,
		]),
		fixed(
			recognise,
			{
				en: "both outputs small, the second greater",
				zh: "两个输出都很小，第二个较大",
			},
			[{ ...undecided, b2: [-8, -7] }, one],
		),
		fixed(
			recognise,
			{
				en: "both outputs great, the first greater",
				zh: "两个输出都很大，第一个较大",
			},
			[{ ...undecided, b2: [7, 6] }, one],
		),
	],
	"accuracy-edge": [
		fixed(
			accuracy,
			{
				en: "50 epochs, 240 images never seen",
				zh: "50 轮之后，240 幅没见过的图像",
			},
			[trained, unseen.X, unseen.labels],
			{ "": "1" },
		),
		fixed(
			accuracy,
			{ en: "one image, wrongly recognised", zh: "一幅图像，认错了" },
			[trained, [one], [0]],
		),
		refuses(accuracy, { en: "no images", zh: "没有图像" }, [start, [], []]),
		refuses(accuracy, { en: "a label too few", zh: "缺少一个标签" }, [
			start,
			[nought, one],
			[0],
		]),
	],
	pure: [
		pure(
			{
				en: "the given network is left as it was and shared with nobody",
				zh: "传入的网络保持不变，也不与结果共用",
			},
			trainEpoch,
			train,
			recognise,
			accuracy,
		),
	],
});
