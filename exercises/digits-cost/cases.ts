import { sigmoid } from "../../reference/activations.ts";
import * as dense from "../../reference/dense-network.ts";
import {
	type DigitNet,
	digitLayers,
	digitNet,
	learningImages,
	startNet,
} from "../../reference/digits.ts";
import { networkError } from "../../reference/losses.ts";
import { multiplyVector } from "../../reference/matrix.ts";
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

function countParameters(sizes: number[]): number {
	let count = 0;
	for (const [l, outputs] of sizes.entries()) {
		const inputs = sizes[l - 1];
		if (inputs !== undefined) count += outputs * (inputs + 1);
	}
	return count;
}

const parameterCount = returnsValue(
	"parameterCount",
	["sizes"],
	"\\sum_l (n_{l-1} + 1) \\, n_l",
	countParameters,
);

const enoughData = returnsValue(
	"enoughData",
	["sizes", "samples"],
	"\\mathrm{samples} \\ge \\sum_l (n_{l-1} + 1) \\, n_l",
	(sizes: number[], samples: number) => samples >= countParameters(sizes),
);

const toInput = returnsValue(
	"toInput",
	["rows"],
	"x_{3r + c + 1} = \\mathrm{rows}_{r,c}",
	(rows: string[]) => Array.from(rows.join(""), Number),
);

const forward = returnsSteps(
	"forward",
	["net", "x"],
	(net: DigitNet, x: number[]) => ({ net, x }),
	stepGraph<{ net: DigitNet; x: number[] }>()
		.step(
			"z1",
			"z^2_j = \\sum_{i=1}^{12} w^2_{ji} x_i + b^2_j",
			["net", "x"],
			({ net, x }) => plus(multiplyVector(net.W1, x), net.b1),
		)
		.step("a1", "a^2_j = \\sigma(z^2_j)", ["z1"], ({ z1 }) => z1.map(sigmoid))
		.step(
			"z2",
			"z^3_k = \\sum_{j=1}^{3} w^3_{kj} a^2_j + b^3_k",
			["net", "a1"],
			({ net, a1 }) => plus(multiplyVector(net.W2, a1), net.b2),
		)
		.step("a2", "a^3_k = \\sigma(z^3_k)", ["z2"], ({ z2 }) => z2.map(sigmoid)),
);

const plus = (a: number[], b: number[]) =>
	a.map((value, i) => value + (b[i] ?? Number.NaN));

const squaredCost = returnsValue(
	"squaredCost",
	["net", "X", "Y"],
	"C_T = \\sum_i \\frac12 \\sum_k (y_{ik} - a_{ik})^2",
	(net: DigitNet, X: number[][], Y: number[][]) =>
		X.reduce(
			(sum, x, i) =>
				sum + networkError(dense.predict(digitLayers(net), x), Y[i] ?? []),
			0,
		),
);

const crossEntropyCost = returnsValue(
	"crossEntropyCost",
	["net", "X", "Y"],
	"J(\\Theta) = -\\frac{1}{m} \\sum_i \\sum_k \\left[ y_{ik} \\ln a_{ik} + (1 - y_{ik}) \\ln (1 - a_{ik}) \\right]",
	(net: DigitNet, X: number[][], Y: number[][]) =>
		dense.batchCost(digitLayers(net), X, Y, "cross-entropy"),
);

const start = startNet();
const images = learningImages();
const nought = [1, 1, 1, 1, 0, 1, 1, 0, 1, 1, 1, 1];
const one = [0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0];
const dark = Array.from({ length: 12 }, () => 0);
/** A network so sure of everything that its outputs are exactly 0 or 1. */
const saturatedNet = digitNet((k) => (k % 2 === 0 ? 900 : -500));

interface Drawing {
	integer: (min: number, max: number) => number;
	vector: (length: number, min: number, max: number) => number[];
	boolean: () => boolean;
}

function drawNet(draw: Drawing): DigitNet {
	const values = draw.vector(47, -1, 1);
	return digitNet((k) => values[k] ?? 0);
}

const drawImage = (draw: Drawing) =>
	Array.from({ length: 12 }, () => (draw.boolean() ? 1 : 0));

function drawImages(draw: Drawing, most: number): [number[][], number[][]] {
	const X = Array.from({ length: draw.integer(1, most) }, () =>
		drawImage(draw),
	);
	return [X, X.map(() => (draw.boolean() ? [1, 0] : [0, 1]))];
}

const anyImages = {
	en: "1 to 20 images, weights and biases in [−1, 1]",
	zh: "1 至 20 幅图像，权重与偏置 ∈ [−1, 1]",
};

export default cases({
	"parameter-count-visible": [
		fixed(
			parameterCount,
			{ en: "the digit network, 12-3-2", zh: "数字网络 12-3-2" },
			[[12, 3, 2]],
			{ "": "47" },
		),
		fixed(
			parameterCount,
			{
				en: "the 2-2-2 network, one bias per neuron",
				zh: "2-2-2 网络，每个神经元一个偏置",
			},
			[[2, 2, 2]],
			{ "": "12" },
		),
	],
	"enough-data-visible": [
		fixed(
			enoughData,
			{ en: "64 images are enough", zh: "64 幅图像足够" },
			[[12, 3, 2], 64],
			{ "": "true" },
		),
		fixed(
			enoughData,
			{ en: "46 are one too few", zh: "46 幅还差一幅" },
			[[12, 3, 2], 46],
			{ "": "false" },
		),
	],
	"to-input-visible": [
		fixed(toInput, { en: "a nought", zh: "一个 0" }, [
			["111", "101", "101", "111"],
		]),
		fixed(toInput, { en: "a crooked one", zh: "一个写歪的 1" }, [
			["110", "010", "010", "111"],
		]),
	],
	"forward-visible": [
		fixed(forward, { en: "a nought", zh: "一个 0" }, [start, nought], {
			"z1[0]": "-1.2",
			"z1[1]": "1",
			"z1[2]": "1",
			"a1[0]": "0.231475216501",
			"a1[1]": "0.73105857863",
			"a2[0]": "0.634975427747",
			"a2[1]": "0.496065679139",
		}),
		fixed(forward, { en: "a one", zh: "一个 1" }, [start, one], {
			"z1[0]": "1.1",
			"z1[1]": "0.2",
			"z1[2]": "-0.7",
			"a1[0]": "0.750260105595",
			"a2[0]": "0.582164425743",
			"a2[1]": "0.442375753823",
		}),
	],
	"squared-cost-visible": [
		fixed(
			squaredCost,
			{ en: "one nought", zh: "一个 0" },
			[start, [nought], [[1, 0]]],
			{ "": "0.189662048184" },
		),
		fixed(
			squaredCost,
			{ en: "the 64 learning images", zh: "64 幅学习图像" },
			[start, images.X, images.Y],
			{ "": "16.4695977931" },
		),
	],
	"cross-entropy-cost-visible": [
		fixed(
			crossEntropyCost,
			{ en: "one nought", zh: "一个 0" },
			[start, [nought], [[1, 0]]],
			{ "": "1.13947831245" },
		),
		fixed(
			crossEntropyCost,
			{ en: "one one", zh: "一个 1" },
			[start, [one], [[0, 1]]],
			{ "": "1.68826292315" },
		),
		fixed(
			crossEntropyCost,
			{ en: "the 64 learning images", zh: "64 幅学习图像" },
			[start, images.X, images.Y],
			{ "": "1.41547268997" },
		),
	],
	"counts-random": [
		property(
			parameterCount,
			{
				en: "2 to 5 layers of 1 to 15 neurons",
				zh: "2 至 5 层，每层 1 至 15 个神经元",
			},
			8,
			(draw) => [
				Array.from({ length: draw.integer(2, 5) }, () => draw.integer(1, 15)),
			],
		),
		property(
			enoughData,
			{ en: "about as many samples as parameters", zh: "样本数与参数个数相近" },
			6,
			(draw) => {
				const sizes = Array.from({ length: draw.integer(2, 5) }, () =>
					draw.integer(1, 15),
				);
				const count = countParameters(sizes);
				return [sizes, draw.integer(Math.max(0, count - 2), count + 2)];
			},
		),
	],
	"to-input-random": [
		property(toInput, { en: "any picture", zh: "任意图像" }, 8, (draw) => {
			const text = drawImage(draw).join("");
			return [[0, 3, 6, 9].map((at) => text.slice(at, at + 3))];
		}),
	],
	"forward-random": [
		property(
			forward,
			{
				en: "any image, weights and biases in [−1, 1]",
				zh: "任意图像，权重与偏置 ∈ [−1, 1]",
			},
			14,
			(draw) => [drawNet(draw), drawImage(draw)],
		),
	],
	"squared-cost-random": [
		property(squaredCost, anyImages, 10, (draw) => [
			drawNet(draw),
			...drawImages(draw, 20),
		]),
	],
	"cross-entropy-cost-random": [
		property(crossEntropyCost, anyImages, 10, (draw) => [
			drawNet(draw),
			...drawImages(draw, 20),
		]),
	],
	"counts-edge": [
		fixed(
			parameterCount,
			{ en: "inputs alone have no parameters", zh: "只有输入层，没有参数" },
			[[12]],
		),
		fixed(
			parameterCount,
			{ en: "one neuron with three inputs", zh: "三个输入的一个神经元" },
			[[3, 1]],
		),
		fixed(
			enoughData,
			{
				en: "exactly as many samples as parameters",
				zh: "样本数恰好等于参数个数",
			},
			[[12, 3, 2], 47],
		),
	],
	"to-input-edge": [
		refuses(toInput, { en: "a row too few", zh: "少一行" }, [
			["111", "101", "111"],
		]),
		refuses(toInput, { en: "a row too many", zh: "多一行" }, [
			["111", "101", "101", "101", "111"],
		]),
		refuses(toInput, { en: "a row too short", zh: "某一行太短" }, [
			["111", "10", "101", "111"],
		]),
		refuses(
			toInput,
			{ en: "twelve characters, badly cut", zh: "共十二个字符，但分行不对" },
			[["1111", "01", "101", "111"]],
		),
		refuses(
			toInput,
			{ en: "a character that is no pixel", zh: "有的字符不是像素" },
			[["111", "1 1", "101", "111"]],
		),
		refuses(
			toInput,
			{ en: "a digit that is no pixel", zh: "有的数字不是像素" },
			[["111", "121", "101", "111"]],
		),
	],
	"forward-edge": [
		fixed(
			forward,
			{ en: "a dark image: only the biases count", zh: "全黑的图像：只剩偏置" },
			[start, dark],
		),
		fixed(
			forward,
			{
				en: "a network that is sure of everything",
				zh: "对一切都深信不疑的网络",
			},
			[saturatedNet, nought],
		),
		fixed(forward, { en: "all 47 numbers are 0", zh: "47 个参数全为 0" }, [
			digitNet(() => 0),
			one,
		]),
		refuses(forward, { en: "eleven pixels", zh: "十一个像素" }, [
			start,
			nought.slice(1),
		]),
		refuses(forward, { en: "thirteen pixels", zh: "十三个像素" }, [
			start,
			[...nought, 1],
		]),
	],
	"costs-edge": [
		fixed(
			squaredCost,
			{ en: "no images: a sum over nothing is 0", zh: "没有图像：空的和为 0" },
			[start, [], []],
		),
		fixed(
			squaredCost,
			{
				en: "a network that is sure of everything",
				zh: "对一切都深信不疑的网络",
			},
			[
				saturatedNet,
				[nought, one, dark],
				[
					[1, 0],
					[0, 1],
					[1, 0],
				],
			],
		),
		fixed(
			crossEntropyCost,
			{
				en: "a network that is sure of everything: finite all the same",
				zh: "对一切都深信不疑的网络：代价仍然有限",
			},
			[
				saturatedNet,
				[nought, one, dark],
				[
					[1, 0],
					[0, 1],
					[1, 0],
				],
			],
			{},
			// Where a probability is clipped, 1 − a has lost digits; how many depends on the way it is written.
			{ tolerance: { absolute: 1e-4, relative: 1e-4 } },
		),
		refuses(
			crossEntropyCost,
			{ en: "no images: no mean", zh: "没有图像：无从取平均" },
			[start, [], []],
		),
		refuses(squaredCost, { en: "a label too few", zh: "缺少一个标签" }, [
			start,
			[nought, one],
			[[1, 0]],
		]),
		refuses(crossEntropyCost, { en: "a label too many", zh: "多出一个标签" }, [
			start,
			[nought],
			[
				[1, 0],
				[0, 1],
			],
		]),
	],
	pure: [
		pure(
			{
				en: "network, images and labels are left as they were",
				zh: "网络、图像与标签保持不变",
			},
			forward,
			squaredCost,
			crossEntropyCost,
			toInput,
			parameterCount,
		),
	],
});
