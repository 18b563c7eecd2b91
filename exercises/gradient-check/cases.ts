import { dSigmoid, sigmoid } from "../../reference/activations.ts";
import * as quotients from "../../reference/central-difference.ts";
import * as network from "../../reference/net222.ts";
import { dot, norm, scale } from "../../reference/vector.ts";
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

type Cost = (p: number[]) => number;

const numericGradient = returnsValue(
	"numericGradient",
	["cost", "p", "h"],
	"\\frac{C(\\ldots, p_i + h, \\ldots) - C(\\ldots, p_i - h, \\ldots)}{2h}",
	(cost: Cost, p: number[], h: number) => quotients.numericGradient(cost, p, h),
);

const relativeDifference = returnsValue(
	"relativeDifference",
	["a", "b"],
	"\\frac{|a - b|}{|a| + |b|}",
	(a: number[], b: number[]) => quotients.relativeDifference(a, b),
);

interface Check {
	cost: Cost;
	p: number[];
	analytic: number[];
	h: number;
	tol: number;
}

/** Index of the component in which `a` and `b` are farthest apart; the first of equals. */
function worstOf(a: readonly number[], b: readonly number[]): number {
	const errors = a.map((entry, i) => Math.abs(entry - (b[i] ?? Number.NaN)));
	return errors.indexOf(Math.max(...errors));
}

const checkGradient = returnsSteps(
	"checkGradient",
	["cost", "p", "analytic", "h", "tol"],
	(
		cost: Cost,
		p: number[],
		analytic: number[],
		h: number,
		tol: number,
	): Check => ({ cost, p, analytic, h, tol }),
	stepGraph<Check>()
		.inner(
			"numeric",
			"n_i = \\frac{C(\\ldots, p_i + h, \\ldots) - C(\\ldots, p_i - h, \\ldots)}{2h}",
			["cost", "p", "h"],
			({ cost, p, h }) => quotients.numericGradient(cost, p, h),
		)
		.step(
			"difference",
			"d = \\frac{|a - n|}{|a| + |n|}",
			["analytic", "numeric"],
			({ analytic, numeric }) =>
				quotients.relativeDifference(analytic, numeric),
		)
		.step(
			"ok",
			"d \\le \\mathrm{tol}",
			["difference", "tol"],
			({ difference, tol }) => difference <= tol,
		)
		.step(
			"worstIndex",
			"\\begin{cases} \\text{null} & d \\le \\mathrm{tol} \\\\ \\operatorname{arg\\,max}_i |a_i - n_i| & d > \\mathrm{tol} \\end{cases}",
			["difference", "tol", "analytic", "numeric"],
			({ difference, tol, analytic, numeric }) =>
				difference <= tol ? null : worstOf(analytic, numeric),
		),
);

/** Rounding moves these quotients by less than 1e-9: the costs are below 500 with steps of at least 1e-4, below 1 with 1e-6. */
const numericTolerance = { absolute: 1e-8, relative: 1e-7 };
const exactTolerance = { absolute: 1e-12, relative: 1e-9 };

const inputs: network.Pair = [0.1, 0.2];
const targets: network.Pair = [0.85, 0.3];
const net = {
	w: [0.05, 0.15, 0.1, 0.2, 0.25, 0.35, 0.3, 0.4],
	b1: 0.35,
	b2: 0.5,
};
const netCost = aFunction("network222Error", ...inputs, ...targets);
const netPoint = [...net.w, net.b1, net.b2];
const hidden = network.hiddenGradients(net, inputs, targets);
const output = network.outputGradients(net, inputs, targets);
const netGradient = [
	...hidden.gradW,
	...output.gradW,
	hidden.gradB1,
	output.gradB2,
];
/** ∂E/∂w1 without the slope of the hidden neuron: ∂E/∂out_h1 times i1. */
const slopeForgotten = [
	hidden.dE_dOutH[0] * inputs[0],
	...netGradient.slice(1),
];

const graph = aFunction("linearGraph");

/** The error of a neuron with n inputs, a point and the exact gradient there. */
const drawNeuron = (draw: Draw, n: number) => {
	const target = draw.pick([0, 1]);
	const x = draw.vector(n, -1, 1);
	const p = draw.vector(n, -0.5, 0.5);
	if (norm(x) < 0.3) return null;
	const z = dot(x, p);
	const gradient = scale(x, (sigmoid(z) - target) * dSigmoid(z));
	return { cost: aFunction("neuronError", target, ...x), p, gradient };
};

/** A bowl that is nearly level: slopes of about a millionth. */
const drawTiny = (draw: Draw, n: number) => {
	const weights = scale(draw.vector(n, 1, 3), 1e-6);
	const p = draw.vector(n, 0.5, 2);
	const gradient = weights.map((weight, i) => 2 * weight * (p[i] ?? 0));
	return { cost: aFunction("weightedSquares", ...weights), p, gradient };
};

/**
 * A gradient with one wrong component, off by a tenth of the gradient's length up to all of it. The limit is a third or a
 * thirtieth of what comes out, or three times as much: rounding decides nothing.
 */
const drawCheck = (draw: Draw) => {
	const n = draw.integer(1, 20);
	const drawn = draw.boolean() ? drawNeuron(draw, n) : drawTiny(draw, n);
	if (!drawn) return null;
	const { cost, p, gradient } = drawn;
	const at = draw.integer(0, n - 1);
	const error = draw.pick([-1, 1]) * draw.number(0.1, 1) * norm(gradient);
	const analytic = gradient.map((slope, i) =>
		i === at ? slope + error : slope,
	);
	const difference = quotients.relativeDifference(analytic, gradient);
	const tol = difference * draw.pick([1 / 3, 1 / 30, 3]);
	return [cost, p, analytic, draw.pick([1e-3, 1e-4]), tol] as const;
};

export default cases({
	"numeric-visible": [
		fixed(
			numericGradient,
			{
				en: "(2w + 3b)(2b + 1) at w = 3, b = 4",
				zh: "(2w + 3b)(2b + 1) 在 w = 3、b = 4 处",
			},
			[graph, [3, 4], 1e-4],
			{ "[0]": "18.0000", "[1]": "63.0000" },
			{ tolerance: numericTolerance },
		),
		fixed(
			numericGradient,
			{
				en: "the error of the 2-2-2 network in its ten parameters",
				zh: "2-2-2 网络的误差对十个参数的梯度",
			},
			[netCost, netPoint, 1e-4],
			{
				"[0]": "0.000425237",
				"[1]": "0.000850473",
				"[4]": "-0.018375022",
				"[9]": "0.05367893",
			},
			{ tolerance: numericTolerance },
		),
	],
	"relative-visible": [
		fixed(
			relativeDifference,
			{ en: "the same direction, twice as long", zh: "同方向，长一倍" },
			[
				[3, 4],
				[6, 8],
			],
			{ "": "0.333333333333" },
			{ tolerance: exactTolerance },
		),
		fixed(
			relativeDifference,
			{ en: "at right angles", zh: "互相垂直" },
			[
				[1, 0],
				[0, 1],
			],
			{ "": "0.707106781187" },
			{ tolerance: exactTolerance },
		),
		fixed(
			relativeDifference,
			{ en: "opposite: as different as can be", zh: "方向相反：差到极点" },
			[
				[3, -4],
				[-3, 4],
			],
			{ "": "1" },
			{ tolerance: exactTolerance },
		),
	],
	"check-visible": [
		fixed(
			checkGradient,
			{ en: "the network's gradient, as derived", zh: "网络的梯度，推导正确" },
			[netCost, netPoint, netGradient, 1e-4, 1e-6],
			{ difference: "0.0000000", ok: "true" },
		),
		fixed(
			checkGradient,
			{
				en: "∂E/∂w1 without the slope of the sigmoid",
				zh: "∂E/∂w1 漏掉 sigmoid 的斜率",
			},
			[netCost, netPoint, slopeForgotten, 1e-4, 1e-6],
			{ ok: "false", worstIndex: "0" },
		),
		fixed(
			checkGradient,
			{
				en: "∂z/∂b of the linear graph along one path only",
				zh: "线性计算图的 ∂z/∂b 只算了一条路径",
			},
			[graph, [3, 4], [18, 27], 1e-4, 1e-6],
			{ ok: "false", worstIndex: "1" },
		),
	],
	"numeric-random": [
		property(
			numericGradient,
			{
				en: "errors of neurons with 1 to 20 weights",
				zh: "1 至 20 个权重的神经元误差",
			},
			10,
			(draw) => {
				const drawn = drawNeuron(draw, draw.integer(1, 20));
				return drawn && [drawn.cost, drawn.p, draw.pick([1e-3, 1e-4, 1e-5])];
			},
			{ tolerance: numericTolerance },
		),
		property(
			numericGradient,
			{
				en: "quadratic forms in 2 to 4 variables",
				zh: "2 至 4 个变量的二次型",
			},
			10,
			(draw) => {
				const n = draw.integer(2, 4);
				const f = aFunction("quadraticForm", n, ...draw.vector(n * n, -3, 3));
				return [f, draw.vector(n, -3, 3), draw.pick([1e-2, 1e-3])];
			},
			{ tolerance: numericTolerance },
		),
	],
	"relative-random": [
		property(
			relativeDifference,
			{
				en: "1 to 8 components, sizes from 1e-6 to 1000",
				zh: "1 至 8 个分量，大小从 1e-6 到 1000",
			},
			16,
			(draw) => {
				const n = draw.integer(1, 8);
				const size = draw.pick([1, 1e-6, 1e-3, 1e3]);
				const a = scale(draw.vector(n, -5, 5), size);
				const b = scale(draw.vector(n, -5, 5), size);
				return norm(a) < 0.1 * size ? null : [a, b];
			},
			{ tolerance: exactTolerance },
		),
	],
	"check-random": [
		property(
			checkGradient,
			{
				en: "1 to 20 components, one of them wrong",
				zh: "1 至 20 个分量，其中一个有错",
			},
			24,
			drawCheck,
		),
	],
	"numeric-edge": [
		fixed(
			numericGradient,
			{ en: "a step of 1e-6", zh: "步长 1e-6" },
			[netCost, netPoint, 1e-6],
			{},
			{ tolerance: numericTolerance },
		),
		fixed(
			numericGradient,
			{
				en: "a step of 1: the quotient, not the slope",
				zh: "步长 1：是差商，不是斜率",
			},
			[aFunction("squarePlusSineSquare"), [-1, 0.5], 1],
			{},
			{ tolerance: numericTolerance },
		),
		fixed(
			numericGradient,
			{ en: "a cost that does not change", zh: "恒定不变的代价" },
			[aFunction("linearForm", 5, 0, 0), [1, 2], 1e-4],
			{},
			{ tolerance: numericTolerance },
		),
		refuses(
			numericGradient,
			{ en: "step 0 throws", zh: "步长为 0 时抛出错误" },
			[graph, [3, 4], 0],
		),
	],
	"relative-edge": [
		fixed(
			relativeDifference,
			{ en: "two zero vectors", zh: "两个零向量" },
			[
				[0, 0],
				[0, 0],
			],
			{},
			{ tolerance: exactTolerance },
		),
		fixed(
			relativeDifference,
			{ en: "one of them zero", zh: "其中一个为零向量" },
			[
				[0, 0],
				[0.003, -0.004],
			],
			{},
			{ tolerance: exactTolerance },
		),
		fixed(
			relativeDifference,
			{ en: "tiny vectors", zh: "极小的向量" },
			[
				[1e-12, 2e-12],
				[1e-12, 1e-12],
			],
			{},
			{ tolerance: exactTolerance },
		),
		refuses(relativeDifference, { en: "lengths that differ", zh: "长度不等" }, [
			[1, 2],
			[1],
		]),
		refuses(
			relativeDifference,
			{
				en: "lengths that differ, the other way round",
				zh: "长度不等，次序相反",
			},
			[[1], [1, 2]],
		),
	],
	"check-edge": [
		fixed(
			checkGradient,
			{
				en: "two zero gradients, and no tolerance",
				zh: "两个零梯度，且不留余量",
			},
			[aFunction("linearForm", 5, 0, 0), [1, 2], [0, 0], 1e-4, 0],
		),
		fixed(
			checkGradient,
			{ en: "a slope where there is none", zh: "没有斜率处给出了斜率" },
			[
				aFunction("linearForm", 5, 0, 0, 0),
				[1, 2, 3],
				[0, 0, 1e-9],
				1e-4,
				1e-3,
			],
		),
		fixed(
			checkGradient,
			{
				en: "two equally wrong: the first is named",
				zh: "两处错得一样：取第一个",
			},
			[
				aFunction("linearForm", 5, 0, 0, 0),
				[1, 2, 3],
				[0, -0.5, 0.5],
				1e-4,
				1e-3,
			],
		),
		fixed(
			checkGradient,
			{ en: "the sign of a tiny slope is wrong", zh: "极小的斜率符号错误" },
			[
				aFunction("linearForm", 0, 1e-7, 2e-7),
				[1, 1],
				[1e-7, -2e-7],
				1e-3,
				1e-4,
			],
		),
		fixed(
			checkGradient,
			{ en: "a large gradient, a little off", zh: "很大的梯度，略有偏差" },
			[
				aFunction("linearForm", 0, 3000, 4000),
				[0, 0],
				[3000, 4001],
				1e-3,
				1e-3,
			],
		),
		fixed(
			checkGradient,
			{
				en: "the same, held to a stricter limit",
				zh: "同上，要求更严",
			},
			[
				aFunction("linearForm", 0, 3000, 4000),
				[0, 0],
				[3000, 4001],
				1e-3,
				1e-5,
			],
		),
		refuses(
			checkGradient,
			{
				en: "an analytic gradient that is too short",
				zh: "推导的梯度分量太少",
			},
			[graph, [3, 4], [18], 1e-4, 1e-6],
		),
		refuses(checkGradient, { en: "step 0 throws", zh: "步长为 0 时抛出错误" }, [
			graph,
			[3, 4],
			[18, 63],
			0,
			1e-6,
		]),
	],
	pure: [
		pure(
			{
				en: "points and gradients are left as they were",
				zh: "点与梯度保持不变",
			},
			numericGradient,
			relativeDifference,
			checkGradient,
		),
	],
});
