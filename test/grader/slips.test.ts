import { describe, expect, it } from "vitest";
import type { Value } from "../../exercises/authoring/value.ts";
import {
	findSlips,
	type StepTrial,
	sentenceOfSlip,
	slipKinds,
} from "../../grader/judging/slips.ts";

type Given = Readonly<Record<string, Value>>;

/** Trials of a step `right` in three cases, in which a student returned what `actual` gives. */
function trialsOf<Inputs extends Given>(
	inputs: readonly Inputs[],
	right: (given: Inputs) => Value,
	actual: (given: Inputs) => Value,
): StepTrial[] {
	return inputs.map((given) => ({
		actual: actual(given),
		right: right(given),
		given,
		others: { unread: given.b ?? 0 },
		compute: right as unknown as StepTrial["compute"],
		isHeavy: false,
		tolerance: { absolute: 1e-9, relative: 1e-9 },
	}));
}

const numbers = [
	{ x: 1.323, y: 0.7, b: 0.4 },
	{ x: -2.1, y: 1.919, b: -0.6 },
	{ x: 0.8, y: -3.2, b: 1.717 },
];
const vectors = [
	{ w: [0.5, -1.2, 0.3], x: [2.5, 0.4, -1.1], b: 0.3 },
	{ w: [1.5, 0.2, -0.7], x: [-0.5, 1.4, 2.1], b: -0.8 },
	{ w: [-0.9, 2.2, 1.3], x: [0.7, -2.4, 0.6], b: 1.1 },
];
const sumOf = (list: readonly number[]) =>
	list.reduce((sum, entry) => sum + entry, 0);
const dot = (w: readonly number[], x: readonly number[]) =>
	sumOf(w.map((entry, i) => entry * (x[i] ?? 0)));
const affine = ({ x, y, b }: (typeof numbers)[number]) => x * y + b;
const neuron = ({ w, x, b }: (typeof vectors)[number]) => dot(w, x) + b;
const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));

describe("a slip is named by", () => {
	it.each<[string, (given: (typeof numbers)[number]) => Value]>([
		["sign-flipped", (given) => -affine(given)],
		["half-of-it", (given) => affine(given) / 2],
		["twice-of-it", (given) => affine(given) * 2],
		["one-minus-it", (given) => 1 - affine(given)],
		["reciprocal", (given) => 1 / affine(given)],
		["root-forgotten", (given) => affine(given) ** 2],
		["common-logarithm", (given) => affine(given) / Math.LN10],
		["binary-logarithm", (given) => affine(given) / Math.LN2],
		["absolute-value", (given) => Math.abs(affine(given))],
		["rounded:2", (given) => Math.round(affine(given) * 100) / 100],
		["left-out:b", ({ x, y }) => x * y],
		["factor-missing:y", ({ x, b }) => x + b],
		["wrong-sign:b", ({ x, y, b }) => x * y - b],
		["in-place-of:x,y", ({ x, b }) => x * x + b],
		["returned-itself:y", ({ y }) => y],
	])("%s for a number", (id, actual) => {
		expect(findSlips(trialsOf(numbers, affine, actual))).toEqual([id]);
	});

	it.each<[string, (given: (typeof vectors)[number]) => Value]>([
		["left-out:b", ({ w, x }) => dot(w, x)],
		["factor-missing:x", ({ w, b }) => sumOf(w) + b],
	])("%s for a weighted sum", (id, actual) => {
		expect(findSlips(trialsOf(vectors, neuron, actual))).toEqual([id]);
	});

	it("all that explain it equally well", () => {
		const named = (actual: (given: (typeof vectors)[number]) => Value) =>
			findSlips(trialsOf(vectors, neuron, actual));
		expect(named(({ w, x, b }) => dot(w.toReversed(), x) + b)).toEqual([
			"source-reversed:w",
			"source-reversed:x",
		]);
		expect(
			named(({ w: [p = 0, q = 0, r = 0], x, b }) => dot([q, p, r], x) + b),
		).toEqual(["exchanged:w[0],w[1]", "exchanged:x[0],x[1]"]);
	});

	it("what the step should not have read at all", () => {
		const product = ({ x, y }: { x: number; y: number }) => x * y;
		const trials = trialsOf(numbers, product, ({ x, b }) => x * b).map(
			(trial) => ({
				...trial,
				given: { x: trial.given.x, y: trial.given.y },
			}),
		);
		expect(findSlips(trials)).toEqual(["in-place-of:unread,y"]);
	});

	it("what is lost of a mean, a sum, a product and a quotient", () => {
		const values =
			(f: (list: number[]) => number) =>
			([{ x }]: [{ x: number[] }]) =>
				f(x);
		const lists = [
			{ x: [1.5, 2.5] },
			{ x: [0.5, -3, 4.2] },
			{ x: [7, 1, 2, 3] },
		];
		const mean = ({ x }: { x: number[] }) => sumOf(x) / x.length;
		const total = ({ x }: { x: number[] }) => sumOf(x);
		expect(values(sumOf)([{ x: [1, 2] }])).toBe(3);
		expect(findSlips(trialsOf(lists, mean, total))).toEqual(["sum-for-mean:x"]);
		expect(findSlips(trialsOf(lists, total, mean))).toEqual(["mean-for-sum:x"]);
		const product = ({ x, y }: { x: number; y: number }) => x * y;
		const quotient = ({ x, y }: { x: number; y: number }) => x / y;
		expect(findSlips(trialsOf(numbers, product, quotient))).toEqual([
			"divided-for-multiplied:y",
		]);
		expect(findSlips(trialsOf(numbers, quotient, product))).toEqual([
			"multiplied-for-divided:y",
		]);
		expect(
			findSlips(trialsOf(numbers, product, ({ x, y }) => x * y * y)),
		).toEqual(["factor-twice:y"]);
	});

	it("the slope of the activation that is missing, in numbers and in lists", () => {
		const outs = numbers.map(({ x, y }) => ({ error: y, out: sigmoid(x) }));
		const delta = ({ error, out }: (typeof outs)[number]) =>
			error * out * (1 - out);
		expect(findSlips(trialsOf(outs, delta, ({ error }) => error))).toEqual([
			"slope-missing:out",
		]);
		const layers = vectors.map(({ w, x }) => ({
			error: w,
			out: x.map(sigmoid),
		}));
		const deltas = ({ error, out }: (typeof layers)[number]) =>
			error.map((entry, i) => entry * (out[i] ?? 0) * (1 - (out[i] ?? 0)));
		expect(
			findSlips(trialsOf(layers, deltas, ({ error }) => [...error])),
		).toEqual(["slope-missing:out"]);
	});

	it("what became of a list, a matrix, a count or an answer", () => {
		const list = ({ x }: (typeof vectors)[number]) =>
			x.map((entry) => 2 * entry);
		const returned = (change: (list: number[]) => Value) =>
			findSlips(trialsOf(vectors, list, (given) => change(list(given))));
		expect(returned((x) => x.toReversed())).toEqual(["reversed"]);
		expect(returned((x) => x.slice(1))).toEqual(["first-entry-missing"]);
		expect(returned((x) => x.slice(0, -1))).toEqual(["last-entry-missing"]);
		const matrix = ({ w, x }: (typeof vectors)[number]) => [w, x];
		expect(
			findSlips(
				trialsOf(vectors, matrix, ({ w, x }) =>
					w.map((entry, i) => [entry, x[i] ?? 0]),
				),
			),
		).toEqual(["transposed"]);
		const counts = [{ n: 3 }, { n: 5 }];
		const count = ({ n }: { n: number }) => n * n;
		expect(findSlips(trialsOf(counts, count, ({ n }) => n * n + 1))).toEqual([
			"one-too-many",
		]);
		expect(findSlips(trialsOf(counts, count, ({ n }) => n * n - 1))).toEqual([
			"one-too-few",
		]);
		const isOdd = [{ n: 3 }, { n: 4 }];
		expect(
			findSlips(
				trialsOf(
					isOdd,
					({ n }) => n % 2 === 1,
					({ n }) => n % 2 === 0,
				),
			),
		).toEqual(["negated"]);
	});

	it("the field of an object it is about, and by the two that changed places", () => {
		const nets = numbers.map(({ x, y, b }) => ({ net: { w: x, v: y }, x: b }));
		const out = ({ net, x }: (typeof nets)[number]) => net.w * x + 3 * net.v;
		expect(findSlips(trialsOf(nets, out, ({ net, x }) => net.w * x))).toEqual([
			"left-out:net.v",
		]);
		expect(
			findSlips(trialsOf(nets, out, ({ net, x }) => net.v * x + 3 * net.w)),
		).toEqual(["exchanged:net.v,net.w"]);
	});

	it("the matrix that was read by columns", () => {
		const layers = vectors.map(({ w, x, b }) => ({
			W: [w.slice(0, 2), x.slice(0, 2)],
			x: [b, 2 * b + 1],
		}));
		const layer = ({ W, x }: { W: number[][]; x: number[] }) =>
			W.map((row) => dot(row, x));
		const wrong = ({ W, x }: (typeof layers)[number]) =>
			W.map((_, j) =>
				dot(
					W.map((row) => row[j] ?? 0),
					x,
				),
			);
		expect(findSlips(trialsOf(layers, layer, wrong))).toEqual([
			"source-transposed:W",
		]);
	});
});

describe("no slip is named", () => {
	it("for a single wrong case, or several with one right value", () => {
		const [one, ...others] = numbers;
		expect(
			findSlips(trialsOf([one as (typeof numbers)[number]], affine, () => 9)),
		).toEqual([]);
		const alike = [one, one].flatMap((given) => given ?? []);
		expect(
			findSlips(trialsOf(alike, affine, (given) => -affine(given))),
		).toEqual([]);
		expect(others).toHaveLength(2);
	});

	it("when it does not explain a case that is right", () => {
		const trials = trialsOf(numbers, affine, ({ x, y, b }) =>
			x < 0 ? x * y + b : x * y - b,
		);
		expect(findSlips(trials)).toEqual([]);
	});

	it("but one that would have changed nothing in the cases that are right", () => {
		const inputs = [...numbers, { x: 2, y: 3, b: 0 }];
		expect(findSlips(trialsOf(inputs, affine, ({ x, y }) => x * y))).toEqual([
			"left-out:b",
		]);
	});

	it("when more explanations fit than would say anything", () => {
		const inputs = numbers.map(({ x, b }) => ({ x, p: b, q: b, r: b, s: b }));
		const step = ({ x, p, q, r, s }: (typeof inputs)[number]) =>
			x + p * q * r * s;
		expect(findSlips(trialsOf(inputs, step, ({ x }) => x))).toEqual([]);
	});

	it("for values of another kind, missing ones, and formulas that throw", () => {
		expect(findSlips(trialsOf(numbers, affine, () => "x"))).toEqual([]);
		expect(findSlips(trialsOf(numbers, affine, () => undefined))).toEqual([]);
		expect(findSlips([])).toEqual([]);
		const trials = trialsOf(numbers, affine, ({ x, y }) => x * y).map(
			(trial): StepTrial => ({
				...trial,
				compute: () => {
					throw new RangeError("not with this");
				},
			}),
		);
		expect(findSlips(trials)).toEqual([]);
	});

	it("by computing a formula again that takes long, but still by the value alone", () => {
		const heavy = (actual: (given: (typeof numbers)[number]) => Value) =>
			findSlips(
				trialsOf(numbers, affine, actual).map((trial) => ({
					...trial,
					isHeavy: true,
				})),
			);
		expect(heavy(({ x, y }) => x * y)).toEqual([]);
		expect(heavy((given) => -affine(given))).toEqual(["sign-flipped"]);
	});
});

describe("sentences", () => {
	it("exist for every kind in both languages and say the names", () => {
		for (const kind of slipKinds) {
			const sentence = sentenceOfSlip(`${kind}:alpha,beta`);
			expect(sentence?.en.length, kind).toBeGreaterThan(20);
			expect(sentence?.zh.length, kind).toBeGreaterThan(8);
		}
		expect(sentenceOfSlip("in-place-of:alpha,beta")).toEqual({
			en: "Your value is what comes out with `alpha` in the place of `beta`.",
			zh: "你的值是在该用 `beta` 的地方用了 `alpha` 的结果。",
		});
	});

	it("do not exist for what is no slip", () => {
		expect(sentenceOfSlip("factor-2-forgotten")).toBeNull();
		expect(sentenceOfSlip("constructor")).toBeNull();
	});
});
