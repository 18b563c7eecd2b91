import * as descent from "../../reference/descent.ts";
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

type F = (x: number) => number;

/** Where `steps` updates of rate `eta` lead; a negative rate climbs. */
function endOf(df: F, x0: number, eta: number, steps: number): number {
	let x = x0;
	for (let step = 0; step < steps; step++) x = descent.gdStep(x, df(x), eta);
	return x;
}

const descend = returnsValue(
	"descend",
	["df", "x0", "eta", "steps"],
	"x_{n+1} = x_n - \\eta \\, f'(x_n)",
	endOf,
);

const ascend = returnsValue(
	"ascend",
	["df", "x0", "eta", "steps"],
	"x_{n+1} = x_n + \\eta \\, f'(x_n)",
	(df: F, x0: number, eta: number, steps: number) => endOf(df, x0, -eta, steps),
);

interface Search {
	f: F;
	df: F;
	starts: number[];
	eta: number;
	steps: number;
}

const bestOf = returnsSteps(
	"bestOf",
	["f", "df", "starts", "eta", "steps"],
	(f: F, df: F, starts: number[], eta: number, steps: number): Search => ({
		f,
		df,
		starts,
		eta,
		steps,
	}),
	stepGraph<Search>()
		.inner(
			"ends",
			"x_k = \\mathrm{descend}(s_k)",
			["df", "starts", "eta", "steps"],
			({ df, starts, eta, steps }) =>
				starts.map((start) => endOf(df, start, eta, steps)),
		)
		.inner("values", "f(x_k)", ["f", "ends"], ({ f, ends }) => ends.map(f))
		.step(
			"start",
			"s = s_m, \\quad m = \\arg\\min_k f(x_k)",
			["f", "df", "starts", "eta", "steps", "values"],
			({ f, df, starts, eta, steps }) =>
				descent.bestOf(f, df, starts, eta, steps).start,
		)
		.step(
			"x",
			"x = \\mathrm{descend}(s)",
			["df", "start", "eta", "steps"],
			({ df, start, eta, steps }) => endOf(df, start, eta, steps),
		)
		.step("value", "f(x)", ["f", "x"], ({ f, x }) => f(x)),
);

/** x⁴ − 3x² + x: a deep valley near −1.3, a shallow one near 1.13, a hill between. */
const quartic = aFunction("polynomial", 0, 1, -3, 0, 1);
const quarticSlope = aFunction("polynomial", 1, -6, 0, 4);

/** The double well (x² − p)² + qx, and its slope. */
const well = (p: number, q: number) =>
	aFunction("polynomial", p * p, q, -2 * p, 0, 1);
const wellSlope = (p: number, q: number) =>
	aFunction("polynomial", q, -4 * p, 0, 4);
/** The same upside down: a hill on either side. */
const hillsSlope = (p: number, q: number) =>
	aFunction("polynomial", -q, 4 * p, 0, -4);

/** Ends so nearly level that rounding could decide between them. */
function isTie(
	p: number,
	q: number,
	starts: number[],
	eta: number,
	steps: number,
): boolean {
	const f = (x: number) => (x * x - p) ** 2 + q * x;
	const df = (x: number) => 4 * x * (x * x - p) + q;
	const values = starts
		.map((start) => f(endOf(df, start, eta, steps)))
		.sort((a, b) => a - b);
	const [least = 0, next = Number.POSITIVE_INFINITY] = values;
	return next - least < 1e-3;
}

export default cases({
	"descend-visible": [
		fixed(
			descend,
			{
				en: "x⁴ − 3x² + x from 2: the shallow valley",
				zh: "x⁴ − 3x² + x，从 2 出发：浅谷",
			},
			[quarticSlope, 2, 0.01, 500],
			{ "": "1.13090112263" },
		),
		fixed(
			descend,
			{ en: "from −2: the deep one", zh: "从 −2 出发：深谷" },
			[quarticSlope, -2, 0.01, 500],
			{ "": "-1.30083956594" },
		),
		fixed(descend, { en: "two steps only", zh: "只走两步" }, [
			quarticSlope,
			2,
			0.01,
			2,
		]),
	],
	"ascend-visible": [
		fixed(
			ascend,
			{ en: "from 0.1 to the hilltop", zh: "从 0.1 走上山顶" },
			[quarticSlope, 0.1, 0.01, 500],
			{ "": "0.169938443312" },
		),
		fixed(ascend, { en: "one step only", zh: "只走一步" }, [
			quarticSlope,
			1,
			0.01,
			1,
		]),
	],
	"best-of-visible": [
		fixed(
			bestOf,
			{ en: "from both sides", zh: "从两侧出发" },
			[quartic, quarticSlope, [2, -2], 0.01, 500],
			{ x: "-1.30083956594", value: "-3.51390503893", start: "-2" },
		),
		fixed(
			bestOf,
			{
				en: "a start that lies lower, but leads to the shallow valley",
				zh: "一个更低的起点，通向的却是浅谷",
			},
			[quartic, quarticSlope, [1, -2], 0.01, 500],
			{ x: "-1.30083956594", start: "-2" },
		),
		fixed(
			bestOf,
			{ en: "the shallow valley alone", zh: "只找到浅谷" },
			[quartic, quarticSlope, [2], 0.01, 500],
			{ x: "1.13090112263", value: "-1.07023018178", start: "2" },
		),
	],
	"descend-random": [
		property(
			descend,
			{
				en: "any double well, starts in [−2, 2], rates in [0.01, 0.03], 1 to 80 steps",
				zh: "任意双谷曲线，起点 ∈ [−2, 2]，学习率 ∈ [0.01, 0.03]，1 到 80 步",
			},
			10,
			(draw) => [
				wellSlope(draw.number(0.5, 2), draw.number(0.2, 0.6)),
				draw.number(-2, 2),
				draw.number(0.01, 0.03),
				draw.integer(1, 80),
			],
		),
	],
	"ascend-random": [
		property(
			ascend,
			{
				en: "any two hills, starts in [−2, 2], rates in [0.01, 0.03], 1 to 80 steps",
				zh: "任意双峰曲线，起点 ∈ [−2, 2]，学习率 ∈ [0.01, 0.03]，1 到 80 步",
			},
			10,
			(draw) => [
				hillsSlope(draw.number(0.5, 2), draw.number(0.2, 0.6)),
				draw.number(-2, 2),
				draw.number(0.01, 0.03),
				draw.integer(1, 80),
			],
		),
	],
	"best-of-random": [
		property(
			bestOf,
			{
				en: "any double well, 2 to 4 starts in [−2, 2], one of them on the deeper side",
				zh: "任意双谷曲线，2 到 4 个起点 ∈ [−2, 2]，其中一个在较深的一侧",
			},
			12,
			(draw) => {
				const p = draw.number(0.7, 2);
				const q = draw.number(0.2, 0.5) * (draw.boolean() ? 1 : -1);
				const deepSide = q < 0 ? 1 : -1;
				const count = draw.integer(2, 4);
				const lone = draw.integer(0, count - 1);
				// One start on the deep side: two in one valley end level but for rounding.
				const starts = draw
					.vector(count, 0.3, 2)
					.map((size, k) => (k === lone ? deepSide : -deepSide) * size);
				const eta = draw.number(0.01, 0.03);
				return isTie(p, q, starts, eta, 60)
					? null
					: [well(p, q), wellSlope(p, q), starts, eta, 60];
			},
		),
	],
	"descend-edge": [
		fixed(descend, { en: "no steps", zh: "零步" }, [
			quarticSlope,
			0.7,
			0.01,
			0,
		]),
		fixed(
			descend,
			{
				en: "a start exactly on a hilltop stays there",
				zh: "起点恰在山顶，一动不动",
			},
			[aFunction("polynomial", 2, -2), 1, 0.1, 50],
			{ "": "1" },
		),
		fixed(
			descend,
			{
				en: "x³: the flat place at 0 stops the run, though no minimum is there",
				zh: "x³：在 0 处的平坦点慢慢停住，那里却不是极小值",
			},
			[aFunction("polynomial", 0, 0, 3), 0.5, 0.1, 100],
		),
		fixed(
			descend,
			{
				en: "just left of the hilltop: the other valley",
				zh: "山顶左边一点：落入另一个谷",
			},
			[quarticSlope, 0.15, 0.01, 300],
		),
	],
	"best-of-edge": [
		fixed(
			bestOf,
			{ en: "the first run runs away", zh: "第一个起点发散" },
			[quartic, quarticSlope, [50, 2, -2], 0.01, 300],
			{ start: "-2" },
		),
		fixed(
			bestOf,
			{ en: "the last run runs away", zh: "最后一个起点发散" },
			[quartic, quarticSlope, [2, 50], 0.01, 300],
			{ start: "2" },
		),
		fixed(
			bestOf,
			{
				en: "a run whose value falls beyond every number",
				zh: "某个起点的值降到了数的范围之外",
			},
			[
				aFunction("polynomial", 3, 0, -1),
				aFunction("polynomial", 0, -2),
				[1, 0],
				1,
				400,
			],
			{ start: "0", value: "3" },
		),
		fixed(
			bestOf,
			{
				en: "two valleys exactly alike: the first start",
				zh: "两谷完全相同：取前一个起点",
			},
			[
				aFunction("polynomial", 1, 0, -2, 0, 1),
				aFunction("polynomial", 0, -4, 0, 4),
				[2, -2],
				0.01,
				50,
			],
			{ start: "2" },
		),
		fixed(
			bestOf,
			{ en: "no steps: the lowest start", zh: "零步：最低的起点" },
			[quartic, quarticSlope, [0.5, 1.5, -0.25], 0.01, 0],
		),
		refuses(bestOf, { en: "no starts", zh: "没有起点" }, [
			quartic,
			quarticSlope,
			[],
			0.01,
			100,
		]),
		refuses(bestOf, { en: "every run runs away", zh: "每个起点都发散" }, [
			quartic,
			quarticSlope,
			[50, -60],
			0.01,
			100,
		]),
	],
	pure: [
		pure(
			{
				en: "the list of starts is left as it was",
				zh: "起点的列表保持不变",
			},
			bestOf,
		),
	],
});
