import { sigmoid } from "../../reference/activations.ts";
import * as dense from "../../reference/dense-network.ts";
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

interface Model {
	w: number[];
	b: number;
}

type Label = 0 | 1;

/** The classifier as a dense network of one sigmoid neuron. */
const layersOf = ({ w, b }: Model): dense.Layer[] => [
	{ W: [w], b: [b], act: "sigmoid" },
];
const rowsOf = (y: Label[]) => y.map((label) => [label]);
const scoreOf = ({ w, b }: Model, x: number[]) =>
	w.reduce((sum, weight, i) => sum + weight * (x[i] ?? Number.NaN), b);

const probability = returnsValue(
	"probability",
	["m", "x"],
	"a = \\sigma(w \\cdot x + b)",
	(m: Model, x: number[]) => dense.predict(layersOf(m), x)[0] ?? Number.NaN,
);

const classify = returnsValue(
	"classify",
	["m", "x"],
	"\\begin{cases} 1 & a \\ge 0.5 \\\\ 0 & a < 0.5 \\end{cases}",
	(m: Model, x: number[]) => (scoreOf(m, x) >= 0 ? 1 : 0),
);

interface StepInputs {
	m: Model;
	X: number[][];
	y: Label[];
	eta: number;
}

const step = returnsSteps(
	"step",
	["m", "X", "y", "eta"],
	(m: Model, X: number[][], y: Label[], eta: number): StepInputs => ({
		m,
		X,
		y,
		eta,
	}),
	stepGraph<StepInputs>()
		.inner("a", "a_i = \\sigma(w \\cdot x_i + b)", ["m", "X"], ({ m, X }) =>
			X.map((x) => sigmoid(scoreOf(m, x))),
		)
		.inner("errors", "e_i = a_i - y_i", ["a", "y"], ({ a, y }) =>
			a.map((value, i) => value - (y[i] ?? Number.NaN)),
		)
		.step(
			"w",
			"w_j \\leftarrow w_j - \\eta \\, \\frac{1}{m} \\sum_i e_i x_{ij}",
			["m", "errors", "X", "eta"],
			({ m, errors, X, eta }) =>
				m.w.map(
					(weight, j) =>
						weight -
						eta * mean(errors.map((e, i) => e * (X[i]?.[j] ?? Number.NaN))),
				),
		)
		.step(
			"b",
			"b \\leftarrow b - \\eta \\, \\frac{1}{m} \\sum_i e_i",
			["m", "errors", "eta"],
			({ m, errors, eta }) => m.b - eta * mean(errors),
		),
);

function mean(values: number[]): number {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}

interface RunInputs extends StepInputs {
	epochs: number;
}

interface Run {
	models: Model[];
	costs: number[];
}

/** All models of a training and their costs, the start first. */
function runTraining({ m, X, y, eta, epochs }: RunInputs): Run {
	const Y = rowsOf(y);
	const models = [{ w: [...m.w], b: m.b }];
	let layers = layersOf(m);
	const costs = [dense.batchCost(layers, X, Y, "cross-entropy")];
	while (costs.length <= epochs) {
		layers = dense.trainStep(layers, X, Y, eta, "cross-entropy");
		costs.push(dense.batchCost(layers, X, Y, "cross-entropy"));
		const [layer] = layers;
		models.push({
			w: [...(layer?.W[0] ?? [])],
			b: layer?.b[0] ?? Number.NaN,
		});
	}
	return { models, costs };
}

let last: { inputs: RunInputs; run: Run } | null = null;

/** Both steps of `train` come from one run; it is made once for the two of them. */
function runOf(inputs: RunInputs): Run {
	const keys = ["m", "X", "y", "eta", "epochs"] as const;
	const known = last;
	if (known && keys.every((key) => known.inputs[key] === inputs[key]))
		return known.run;
	const run = runTraining(inputs);
	last = { inputs, run };
	return run;
}

const train = returnsSteps(
	"train",
	["m", "X", "y", "eta", "epochs"],
	(
		m: Model,
		X: number[][],
		y: Label[],
		eta: number,
		epochs: number,
	): RunInputs => ({ m, X, y, eta, epochs }),
	stepGraph<RunInputs>()
		.step(
			"model",
			"(w, b)^{(\\mathrm{epochs})}",
			["m", "X", "y", "eta", "epochs"],
			(inputs) => ({ ...(runOf(inputs).models.at(-1) as Model) }),
		)
		.step(
			"costs",
			"\\mathrm{costs}_n = J(w^{(n)}, b^{(n)})",
			["m", "X", "y", "eta", "epochs"],
			(inputs) => runOf(inputs).costs,
		),
);

const boundary = returnsValue(
	"boundary",
	["m", "x1"],
	"x_2 = -\\frac{w_1 x_1 + b}{w_2}",
	({ w: [w1 = Number.NaN, w2 = Number.NaN], b }: Model, x1: number) =>
		-(w1 * x1 + b) / w2,
);

/** Eight points in the plane, four of each class. */
const eight = [
	[0.5, 1],
	[1, 0.5],
	[1.5, 1],
	[1, 1.5],
	[3, 2.5],
	[3.5, 3],
	[2.5, 3.5],
	[3, 3.5],
];
const labels: Label[] = [0, 0, 0, 0, 1, 1, 1, 1];
const zero: Model = { w: [0, 0], b: 0 };
/** What 200 epochs make of `zero`, to eight digits. */
const trained: Model = { w: [1.4612632, 1.5526928], b: -5.7057484 };
const mixed: Model = { w: [1.5, -2], b: 0.25 };

interface Drawing {
	integer: (min: number, max: number) => number;
	number: (min: number, max: number) => number;
	vector: (length: number, min: number, max: number) => number[];
	matrix: (
		rows: number,
		columns: number,
		min: number,
		max: number,
	) => number[][];
	boolean: () => boolean;
}

function drawModel(draw: Drawing, features: number, size: number): Model {
	return {
		w: draw.vector(features, -size, size),
		b: draw.number(-size, size),
	};
}

/** Labels on the two sides of some line, each changed by chance where the clouds are to overlap. */
function drawCloud(draw: Drawing, features: number) {
	const X = draw.matrix(draw.integer(2, 10), features, -3, 3);
	const divider = drawModel(draw, features, 2);
	const isOverlapping = draw.boolean();
	const y = X.map((x): Label => {
		const isAbove = scoreOf(divider, x) >= 0;
		return (isOverlapping && draw.boolean()) !== isAbove ? 1 : 0;
	});
	return { X, y };
}

/** Beyond this score the probability would come near to where it is clipped. */
const greatestScore = 15;

/** Where a probability is clipped, 1 − a has lost digits; how many depends on the way it is written. */
const saturated = { tolerance: { absolute: 1e-4, relative: 1e-4 } };

export default cases({
	"probability-visible": [
		fixed(
			probability,
			{ en: "no weights yet: even odds", zh: "权重全为零：一半对一半" },
			[zero, [3, 2.5]],
			{ "": "0.5" },
		),
		fixed(
			probability,
			{
				en: "the trained line, a point above it",
				zh: "训练后的直线，上方一点",
			},
			[trained, [3, 2.5]],
			{ "": "0.9282273" },
		),
		fixed(
			probability,
			{
				en: "the trained line, a point below it",
				zh: "训练后的直线，下方一点",
			},
			[trained, [1.5, 1]],
			{ "": "0.1233415" },
		),
	],
	"classify-visible": [
		fixed(
			classify,
			{ en: "above the trained line", zh: "训练后的直线上方" },
			[trained, [3, 2.5]],
			{ "": "1" },
		),
		fixed(
			classify,
			{ en: "below the trained line", zh: "训练后的直线下方" },
			[trained, [1.5, 1]],
			{ "": "0" },
		),
	],
	"step-visible": [
		fixed(
			step,
			{ en: "the first step, η = 0.5", zh: "第一步，η = 0.5" },
			[zero, eight, labels, 0.5],
			{ "w[0]": "0.25", "w[1]": "0.265625", b: "0" },
		),
		fixed(
			step,
			{ en: "one step from another line", zh: "从另一条直线走一步" },
			[mixed, eight, labels, 0.5],
		),
	],
	"train-visible": [
		fixed(
			train,
			{ en: "one epoch", zh: "一轮" },
			[zero, eight, labels, 0.5, 1],
			{ "costs[0]": "0.69314718056", "costs[1]": "0.586943799382" },
		),
		fixed(
			train,
			{ en: "200 epochs", zh: "200 轮" },
			[zero, eight, labels, 0.5, 200],
			{
				"costs[10]": "0.440294285629",
				"costs[200]": "0.0591201138301",
				"model.w[0]": "1.46126324192",
				"model.w[1]": "1.55269278401",
				"model.b": "-5.70574839059",
			},
		),
	],
	"boundary-visible": [
		fixed(
			boundary,
			{ en: "the trained line at x₁ = 2", zh: "训练后的直线，x₁ = 2 处" },
			[trained, 2],
			{ "": "1.792513" },
		),
		fixed(boundary, { en: "a rising line", zh: "上升的直线" }, [mixed, 0.5], {
			"": "0.5",
		}),
	],
	"probability-random": [
		property(
			probability,
			{
				en: "2 to 4 features in [−3, 3], weights in [−2, 2]",
				zh: "2 至 4 个特征 ∈ [−3, 3]，权重 ∈ [−2, 2]",
			},
			12,
			(draw) => {
				const features = draw.integer(2, 4);
				return [drawModel(draw, features, 2), draw.vector(features, -3, 3)];
			},
		),
	],
	"classify-random": [
		property(
			classify,
			{
				en: "2 to 4 features, off the boundary",
				zh: "2 至 4 个特征，不在分界线上",
			},
			12,
			(draw) => {
				const features = draw.integer(2, 4);
				const m = drawModel(draw, features, 2);
				const x = draw.vector(features, -3, 3);
				return Math.abs(scoreOf(m, x)) < 1e-3 ? null : [m, x];
			},
		),
	],
	"step-random": [
		property(
			step,
			{
				en: "2 to 10 samples of 2 to 4 features, separable or overlapping",
				zh: "2 至 10 个样本，2 至 4 个特征，可分或有重叠",
			},
			14,
			(draw) => {
				const features = draw.integer(2, 4);
				const { X, y } = drawCloud(draw, features);
				return [drawModel(draw, features, 2), X, y, draw.number(0.05, 2)];
			},
		),
	],
	"train-random": [
		property(
			train,
			{
				en: "2 to 10 samples of 2 to 4 features, 1 to 20 epochs",
				zh: "2 至 10 个样本，2 至 4 个特征，1 至 20 轮",
			},
			12,
			(draw) => {
				const features = draw.integer(2, 4);
				const { X, y } = drawCloud(draw, features);
				const m = drawModel(draw, features, 1);
				const eta = draw.number(0.05, 0.5);
				const epochs = draw.integer(1, 20);
				const { models } = runTraining({ m, X, y, eta, epochs });
				return models.some((model) =>
					X.some((x) => Math.abs(scoreOf(model, x)) > greatestScore),
				)
					? null
					: [m, X, y, eta, epochs];
			},
		),
	],
	"boundary-random": [
		property(
			boundary,
			{
				en: "any line that is not nearly upright",
				zh: "任意不接近竖直的直线",
			},
			10,
			(draw) => {
				const m = drawModel(draw, 2, 3);
				return Math.abs(m.w[1] ?? 0) < 0.1 ? null : [m, draw.number(-5, 5)];
			},
		),
	],
	"classify-edge": [
		fixed(
			classify,
			{
				en: "a probability of exactly 0.5 is class 1",
				zh: "概率恰为 0.5 算第 1 类",
			},
			[zero, [3, 2.5]],
		),
		fixed(classify, { en: "exactly on the boundary", zh: "恰好在分界线上" }, [
			mixed,
			[0.5, 0.5],
		]),
		fixed(classify, { en: "just below the boundary", zh: "略低于分界" }, [
			{ w: [1, 1], b: -4.001 },
			[2, 2],
		]),
	],
	"train-edge": [
		fixed(
			train,
			{ en: "no epochs: a copy and one cost", zh: "0 轮：返回副本与一个代价" },
			[mixed, eight, labels, 0.5, 0],
		),
		fixed(train, { en: "all of one class", zh: "全属于同一类" }, [
			zero,
			eight,
			[1, 1, 1, 1, 1, 1, 1, 1],
			0.5,
			10,
		]),
		fixed(
			train,
			{
				en: "certain and right: the cost is finite",
				zh: "确信且正确：代价有限",
			},
			[{ w: [400, 400], b: -1500 }, eight, labels, 0.5, 2],
			{},
			saturated,
		),
		fixed(
			train,
			{
				en: "certain and wrong: the cost is finite",
				zh: "确信却错误：代价有限",
			},
			[{ w: [-400, -400], b: 1500 }, eight, labels, 0.5, 2],
			{},
			saturated,
		),
		fixed(step, { en: "scores beyond 1000", zh: "得分超过 1000" }, [
			{ w: [-400, -400], b: 1500 },
			eight,
			labels,
			0.5,
		]),
		fixed(step, { en: "one sample", zh: "只有一个样本" }, [
			mixed,
			[[1, 2]],
			[1],
			0.1,
		]),
	],
	"refusals-edge": [
		refuses(probability, { en: "a feature too few", zh: "缺少一个特征" }, [
			mixed,
			[1],
		]),
		refuses(probability, { en: "a feature too many", zh: "多出一个特征" }, [
			mixed,
			[1, 2, 3],
		]),
		refuses(step, { en: "no samples", zh: "没有样本" }, [mixed, [], [], 0.5]),
		refuses(step, { en: "a label too few", zh: "缺少一个标签" }, [
			mixed,
			eight,
			[0, 1],
			0.5,
		]),
		refuses(train, { en: "no samples", zh: "没有样本" }, [
			mixed,
			[],
			[],
			0.5,
			0,
		]),
		refuses(train, { en: "a label too many", zh: "多出一个标签" }, [
			mixed,
			[[1, 2]],
			[0, 1],
			0.5,
			0,
		]),
		refuses(boundary, { en: "an upright line", zh: "竖直的直线" }, [
			{ w: [2, 0], b: 1 },
			1,
		]),
	],
	pure: [
		pure(
			{
				en: "model, samples and labels are left as they were",
				zh: "模型、样本与标签保持不变",
			},
			probability,
			classify,
			step,
			train,
			boundary,
		),
	],
});
