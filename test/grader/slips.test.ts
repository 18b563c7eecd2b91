import { describe, expect, it } from "vitest";
import type { Value } from "../../exercises/authoring/value.ts";
import {
	sentenceOfSlip,
	slipKinds,
} from "../../grader/judging/slip-sentences.ts";
import { findSlips, type StepTrial } from "../../grader/judging/slips.ts";

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
		["source-doubled:b", ({ x, y, b }) => x * y + 2 * b],
		["source-halved:b", ({ x, y, b }) => x * y + b / 2],
		["too-large-by:x", (given) => affine(given) + given.x],
		["too-small-by:y", (given) => affine(given) - given.y],
		["one-too-much", (given) => affine(given) + 1],
		["one-too-little", (given) => affine(given) - 1],
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

	it("what enters once for every entry of a list, or an entry too many", () => {
		expect(
			findSlips(
				trialsOf(
					[
						{ x: [1.5, 2], b: 0.3 },
						{ x: [0.2, -1, 4], b: -0.8 },
					],
					({ x, b }) => sumOf(x) + b,
					({ x, b }) => sumOf(x) + x.length * b,
				),
			),
		).toEqual(["once-for-each:b,x"]);
		expect(
			findSlips(
				trialsOf(
					[{ sizes: [2, 3] }, { sizes: [4, 5, 6] }],
					({ sizes }) => sumOf(sizes),
					({ sizes }) => sumOf(sizes) + (sizes[0] ?? 0),
				),
			),
		).toEqual(["too-large-by:sizes[0]"]);
	});

	it("a sign that was lost on the way", () => {
		const inputs = [...numbers, { x: -0.7, y: 2.3, b: 0.9 }];
		const lost = ({ x, y, b }: (typeof inputs)[number]) => Math.abs(x) * y + b;
		expect(findSlips(trialsOf(inputs, affine, lost))).toEqual(["sign-lost:x"]);
	});

	it("the power of a factor", () => {
		const scaled = numbers.map(({ x, b }) => ({ x, s: Math.abs(b) }));
		const density = ({ x, s }: (typeof scaled)[number]) => Math.exp(x) / s;
		const named = (power: number) =>
			findSlips(
				trialsOf(scaled, density, ({ x, s }) => Math.exp(x) / s ** power),
			);
		expect(named(0.5)).toEqual(["power-too-high:s"]);
		expect(named(1.5)).toEqual(["power-too-low:s"]);
	});

	it("a factor that the step should not have read, and a slope too many", () => {
		const product = ({ x, y }: { x: number; y: number }) => x * y;
		const trials = trialsOf(numbers, product, ({ x, y, b }) => x * y * b).map(
			(trial) => ({ ...trial, given: { x: trial.given.x, y: trial.given.y } }),
		);
		expect(findSlips(trials)).toEqual(["factor-too-many:unread"]);
		const delta = ({ a, y }: { a: number; y: number }) => a - y;
		const outs = [
			{ a: 0.3, y: 1 },
			{ a: 0.8, y: 0 },
			{ a: 0.6, y: 1 },
		];
		expect(
			findSlips(trialsOf(outs, delta, ({ a, y }) => (a - y) * a * (1 - a))),
		).toEqual(["slope-too-many:a"]);
	});

	it("the round whose value it is", () => {
		const rounds = [
			{ right: 2, earlier: 1, later: 5 },
			{ right: 5, earlier: 2, later: 9 },
		];
		const named = (which: "earlier" | "later") =>
			findSlips(
				rounds.map((round) => ({
					...round,
					actual: round[which],
					given: {},
					others: {},
					compute: () => round.right,
					isHeavy: false,
					tolerance: { absolute: 0, relative: 0 },
				})),
			);
		expect(named("earlier")).toEqual(["one-round-late"]);
		expect(named("later")).toEqual(["one-round-early"]);
	});

	it("the two entries of a list that changed places", () => {
		const list = ({ x }: (typeof vectors)[number]) =>
			x.map((entry) => 3 * entry);
		expect(
			findSlips(
				trialsOf(vectors, list, ({ x: [p = 0, q = 0, r = 0] }) => [
					3 * q,
					3 * p,
					3 * r,
				]),
			),
		).toEqual(["entries-exchanged:0,1"]);
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
		).toEqual(["factor-too-many:y"]);
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

	it("for a constant, however right the explanation would be of it", () => {
		const outs = [
			{ a: 1, y: 0 },
			{ a: 0, y: 1 },
		];
		expect(
			findSlips(
				trialsOf(
					outs,
					({ a, y }) => a - y,
					() => 0,
				),
			),
		).toEqual([]);
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
		const trials = trialsOf(numbers, affine, ({ x, b }) => x + b).map(
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
		expect(heavy(({ x, b }) => x * x + b)).toEqual([]);
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
