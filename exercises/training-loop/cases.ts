import * as loop from "../../reference/training-loop.ts";
import { lineTask } from "../../reference/training-tasks.ts";
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

type Cost = (params: readonly number[], batch: readonly number[]) => number;
type Gradient = (
	params: readonly number[],
	batch: readonly number[],
) => number[];

interface Options {
	eta: number;
	batch: number;
	stop: number;
	maxEpochs: number;
}

interface RunInputs {
	samples: number;
	cost: Cost;
	gradient: Gradient;
	start: number[];
	o: Options;
}

const batches = returnsValue(
	"batches",
	["samples", "size"],
	"[0, \\dots, s - 1], [s, \\dots, 2s - 1], \\dots",
	loop.batches,
);

type Run = ReturnType<typeof loop.trainTask>;
let last: { inputs: RunInputs; run: Run } | null = null;

/** All steps of `train` come from one run; it is made once for them. */
function runOf(inputs: RunInputs): Run {
	const keys = ["samples", "cost", "gradient", "start", "o"] as const;
	const known = last;
	if (known && keys.every((key) => known.inputs[key] === inputs[key]))
		return known.run;
	const { start, o, ...task } = inputs;
	const run = loop.trainTask(task, start, o);
	last = { inputs, run };
	return run;
}

const everything = ["samples", "cost", "gradient", "start", "o"] as const;

const train = returnsSteps(
	"train",
	["samples", "cost", "gradient", "params", "o"],
	(
		samples: number,
		cost: Cost,
		gradient: Gradient,
		start: number[],
		o: Options,
	): RunInputs => ({ samples, cost, gradient, start, o }),
	stepGraph<RunInputs>()
		.step(
			"costs",
			"\\mathrm{costs}_n = C(p^{(n)})",
			everything,
			(inputs) => runOf(inputs).costs,
		)
		.step(
			"epochs",
			"\\mathrm{epochs} = n",
			everything,
			(inputs) => runOf(inputs).epochs,
		)
		.step(
			"reason",
			"C \\notin \\mathbb{R}, \\quad C < \\mathrm{stop}, \\quad n = \\mathrm{maxEpochs}",
			everything,
			(inputs) => runOf(inputs).reason,
		)
		.step(
			"params",
			"p \\leftarrow p - \\eta \\, \\nabla C_{\\mathrm{batch}}(p)",
			everything,
			(inputs) => runOf(inputs).params,
		),
);

const accuracy = returnsValue(
	"accuracy",
	["predicted", "labels"],
	"\\frac{1}{m} \\, \\#\\{i : \\hat y_i = y_i\\}",
	(predicted: number[], labels: number[]) => loop.accuracy(predicted, labels),
);

/** The first two arguments of `train` after `samples`, for the line through these points. */
const lineFunctions = (xs: number[], ys: number[]) =>
	[
		aFunction("lineCost", ...xs, ...ys),
		aFunction("lineGradient", ...xs, ...ys),
	] as const;

const networkFunctions = [
	aFunction("network342Cost"),
	aFunction("network342Gradient"),
] as const;
/** W1 row by row, b1, W2 row by row, b2. */
const networkStart = [
	[0.1, -0.2, 0.3, 0.4, 0.5, -0.6, -0.7, 0.8, 0.9, 0.2, -0.1, 0.05],
	[0.1, -0.1, 0.05, 0.2],
	[0.3, -0.4, 0.5, -0.6, 0.1, 0.2, -0.3, 0.4],
	[0, -0.2],
].flat();

const fourXs = [1, 2, 3, 4];
const fourYs = [4, 7, 10, 13];
const four = lineFunctions(fourXs, fourYs);
const five = lineFunctions([-1, 0, 0.5, 1, 2], [3, -1, 2, 0.5, 4]);

interface Drawing {
	integer: (min: number, max: number) => number;
	number: (min: number, max: number) => number;
	vector: (length: number, min: number, max: number) => number[];
	pick: <Choice>(choices: readonly Choice[]) => Choice;
}

/** A training of a line, unless rounding alone could decide whether its cost is below `stop`. */
function drawTraining(draw: Drawing) {
	const samples = draw.integer(1, 8);
	const xs = draw.vector(samples, -2, 2);
	const ys = draw.vector(samples, -3, 3);
	const start = draw.vector(2, -1, 1);
	const o = {
		eta: draw.number(0.02, 0.3),
		batch: draw.integer(1, samples + 2),
		stop: draw.pick([0, 0.1, 0.5, 1]),
		maxEpochs: draw.integer(1, 12),
	};
	const { costs } = loop.trainTask(lineTask(xs, ys), start, o);
	const isUndecided = costs.some(
		(cost) => Math.abs(cost - o.stop) < Math.max(0.01 * o.stop, 1e-9),
	);
	if (isUndecided) return null;
	return [samples, ...lineFunctions(xs, ys), start, o] as const;
}

export default cases({
	"batches-visible": [
		fixed(
			batches,
			{ en: "five samples in twos", zh: "五个样本，每批两个" },
			[5, 2],
		),
		fixed(
			batches,
			{ en: "six samples in threes", zh: "六个样本，每批三个" },
			[6, 3],
		),
	],
	"train-visible": [
		fixed(
			train,
			{
				en: "the 3-4-2 network, sample by sample",
				zh: "3-4-2 网络，逐个样本",
			},
			[
				3,
				...networkFunctions,
				networkStart,
				{ eta: 0.5, batch: 1, stop: 0.001, maxEpochs: 20 },
			],
			{
				"costs[0]": "0.194863285326",
				"costs[1]": "0.168622256818",
				"costs[5]": "0.0916843924235",
				"costs[20]": "0.0149422620777",
				epochs: "20",
			},
		),
		fixed(
			train,
			{
				en: "the 3-4-2 network, all three at once",
				zh: "3-4-2 网络，三个样本一起",
			},
			[
				3,
				...networkFunctions,
				networkStart,
				{ eta: 0.5, batch: 3, stop: 0.001, maxEpochs: 20 },
			],
			{
				"costs[1]": "0.185887524247",
				"costs[5]": "0.15336161201",
				"costs[20]": "0.07274451254",
			},
		),
		fixed(
			train,
			{
				en: "a line in batches of two, until the cost is below 0.001",
				zh: "一条直线，每批两个，直到代价低于 0.001",
			},
			[4, ...four, [0, 0], { eta: 0.1, batch: 2, stop: 0.001, maxEpochs: 200 }],
			{ "costs[0]": "41.75", "costs[4]": "0.000433218664166", epochs: "4" },
		),
	],
	"accuracy-visible": [
		fixed(
			accuracy,
			{ en: "three of four", zh: "四个里对了三个" },
			[
				[0, 1, 1, 0],
				[0, 1, 0, 0],
			],
			{ "": "0.75" },
		),
		fixed(
			accuracy,
			{ en: "labels may be any numbers", zh: "标签可以是任意数" },
			[
				[7, 3, 9],
				[7, 1, 4],
			],
			{ "": "0.333333333333" },
		),
	],
	"batches-random": [
		property(
			batches,
			{
				en: "up to 20 samples, sizes up to 22",
				zh: "至多 20 个样本，每批至多 22 个",
			},
			10,
			(draw) => [draw.integer(1, 20), draw.integer(1, 22)],
		),
	],
	"train-random": [
		property(
			train,
			{
				en: "1 to 8 points, any batch size, at most 12 epochs",
				zh: "1 至 8 个点，任意批量，至多 12 轮",
			},
			16,
			(draw) => drawTraining(draw),
		),
	],
	"accuracy-random": [
		property(
			accuracy,
			{
				en: "1 to 15 predictions of 0, 1 or 2",
				zh: "1 至 15 个预测，取 0、1 或 2",
			},
			10,
			(draw) => {
				const m = draw.integer(1, 15);
				const one = () => draw.pick([0, 1, 2]);
				const labels = Array.from({ length: m }, one);
				return [labels.map((label) => draw.pick([label, one()])), labels];
			},
		),
	],
	"batches-edge": [
		fixed(
			batches,
			{ en: "one batch larger than all samples", zh: "批量大于样本数" },
			[3, 10],
		),
		fixed(batches, { en: "one by one", zh: "一个一批" }, [3, 1]),
		fixed(
			batches,
			{ en: "no samples, no batches", zh: "没有样本，也没有批" },
			[0, 4],
		),
		refuses(batches, { en: "batches of nothing", zh: "每批零个" }, [3, 0]),
		refuses(
			batches,
			{ en: "batches of less than nothing", zh: "每批负数个" },
			[3, -2],
		),
	],
	"train-edge": [
		fixed(
			train,
			{ en: "good enough already: no epoch", zh: "已经够好：一轮不训" },
			[4, ...four, [3, 1], { eta: 0.1, batch: 2, stop: 0.5, maxEpochs: 10 }],
		),
		fixed(
			train,
			{ en: "no epoch allowed: a copy", zh: "一轮都不允许：返回副本" },
			[4, ...four, [1, 1], { eta: 0.1, batch: 2, stop: 0, maxEpochs: 0 }],
		),
		fixed(
			train,
			{
				en: "a cost equal to stop is not below it",
				zh: "代价等于 stop 还不算低于它",
			},
			[
				1,
				...lineFunctions([0], [2]),
				[0, 1],
				{ eta: 0.5, batch: 1, stop: 0.5, maxEpochs: 3 },
			],
		),
		fixed(train, { en: "a short last batch", zh: "最后一批不足" }, [
			5,
			...five,
			[0, 0],
			{ eta: 0.1, batch: 2, stop: 0, maxEpochs: 4 },
		]),
		fixed(
			train,
			{ en: "a batch larger than all samples", zh: "批量大于样本数" },
			[5, ...five, [0, 0], { eta: 0.1, batch: 9, stop: 0, maxEpochs: 4 }],
		),
		fixed(
			train,
			{ en: "good enough in the last epoch allowed", zh: "最后一轮恰好够好" },
			[
				1,
				...lineFunctions([0], [2]),
				[0, 1],
				{ eta: 0.5, batch: 1, stop: 0.2, maxEpochs: 1 },
			],
		),
		fixed(
			train,
			{
				en: "a rate so great that the cost overflows",
				zh: "学习率太大，代价溢出",
			},
			[
				4,
				...four,
				[0, 0],
				{ eta: 1e120, batch: 4, stop: 0.001, maxEpochs: 30 },
			],
		),
		fixed(
			train,
			{ en: "the cost is no number any more", zh: "代价已经不是一个数" },
			[
				2,
				...lineFunctions([-1, 1], [-300, 100]),
				[0, 0],
				{ eta: 1e308, batch: 2, stop: 0.001, maxEpochs: 30 },
			],
		),
		refuses(train, { en: "no samples", zh: "没有样本" }, [
			0,
			...four,
			[0, 0],
			{ eta: 0.1, batch: 2, stop: 0, maxEpochs: 3 },
		]),
		refuses(train, { en: "batches of nothing", zh: "每批零个" }, [
			4,
			...four,
			[0, 0],
			{ eta: 0.1, batch: 0, stop: 0, maxEpochs: 3 },
		]),
		refuses(
			train,
			{
				en: "batches of nothing, though no epoch is allowed",
				zh: "每批零个，而且一轮都不允许",
			},
			[4, ...four, [0, 0], { eta: 0.1, batch: 0, stop: 0, maxEpochs: 0 }],
		),
	],
	"accuracy-edge": [
		fixed(accuracy, { en: "nothing right", zh: "全都不对" }, [
			[1, 0],
			[0, 1],
		]),
		refuses(accuracy, { en: "no predictions", zh: "没有预测" }, [[], []]),
		refuses(accuracy, { en: "a label too few", zh: "缺少一个标签" }, [
			[1, 0],
			[1],
		]),
		refuses(accuracy, { en: "a label too many", zh: "多出一个标签" }, [
			[1],
			[1, 0],
		]),
	],
	pure: [
		pure(
			{
				en: "the given parameters are left as they were and shared with nobody",
				zh: "传入的参数保持不变，也不与结果共用",
			},
			train,
			accuracy,
		),
	],
});
