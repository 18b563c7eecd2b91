import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { numericGradient } from "../../reference/central-difference.ts";
import * as net222 from "../../reference/net222.ts";
import { expectAgreement, quotient } from "./agreement.ts";
import { itRefuses, wrong } from "./refusal.ts";

const net: net222.Net222 = {
	w: [0.05, 0.15, 0.1, 0.2, 0.25, 0.35, 0.3, 0.4],
	b1: 0.35,
	b2: 0.5,
};
const input: net222.Pair = [0.1, 0.2];
const target: net222.Pair = [0.85, 0.3];

const between = (min: number, max: number) =>
	fc.double({ min, max, noNaN: true });

describe("the 2-2-2 network", () => {
	it("has the ten gradients that central differences give", () => {
		const parameters = fc.array(between(-2, 2), {
			minLength: 10,
			maxLength: 10,
		});
		fc.assert(
			fc.property(
				parameters,
				fc.tuple(between(-3, 3), between(-3, 3)),
				fc.tuple(between(0, 1), between(0, 1)),
				(p, i, t) => {
					const at = (q: number[]): net222.Net222 => ({
						w: q.slice(0, 8),
						b1: q[8] ?? 0,
						b2: q[9] ?? 0,
					});
					const error = (q: number[]) =>
						net222.errors(net222.forward(at(q), i).outO, t).total;
					const hidden = net222.hiddenGradients(at(p), i, t);
					const output = net222.outputGradients(at(p), i, t);
					const analytic = [
						...hidden.gradW,
						...output.gradW,
						hidden.gradB1,
						output.gradB2,
					];
					expectAgreement(analytic, numericGradient(error, p, 1e-5), quotient);
				},
			),
		);
	});

	it("has zero gradients where the target is the output", () => {
		const { outO } = net222.forward(net, input);
		expect(net222.errors(outO, outO).total).toBe(0);
		expect(net222.outputGradients(net, input, outO)).toMatchObject({
			gradW: [0, 0, 0, 0],
			gradB2: 0,
		});
	});

	it("stays free of NaN when saturated", () => {
		const { gradW } = net222.hiddenGradients(
			{ ...net, b1: 800, b2: -800 },
			input,
			target,
		);
		expect(gradW.every(Number.isFinite)).toBe(true);
	});

	it("gives weights of an input of 0 no gradient, and h1 nothing through w5 = w7 = 0", () => {
		expect(net222.hiddenGradients(net, [0, 0], target).gradW).toEqual([
			0, 0, 0, 0,
		]);
		const cut = {
			...net,
			w: net.w.map((w, index) => (index === 4 || index === 6 ? 0 : w)),
		};
		expect(net222.hiddenGradients(cut, input, target).dE_dOutH[0]).toBeCloseTo(
			0,
			15,
		);
	});

	it("trains into a new network and leaves the given one", () => {
		const before = structuredClone(net);
		const run = net222.train(net, input, target, 1, 3, true);
		expect(net).toEqual(before);
		expect(run.errors).toHaveLength(3);
		expect(run.net.b1).not.toBe(net.b1);
		expect(net222.train(net, input, target, 1, 3, false).net).toMatchObject({
			b1: net.b1,
			b2: net.b2,
		});
	});

	it("changes nothing in 0 steps or at rate 0, and shares no array even then", () => {
		const none = net222.train(net, input, target, 1, 0, true);
		expect(none).toEqual({ net, errors: [] });
		expect(none.net.w).not.toBe(net.w);
		expect(net222.trainStep(net, input, target, 0, true)).toEqual(net);
	});

	const text = wrong<number>("1");
	const short = { ...net, w: [1, 2] };
	itRefuses([
		[
			"two weights",
			() => net222.forward(short, input),
			RangeError,
			"net.w must have length 8, got 2",
		],
		[
			"no network",
			() => net222.hiddenGradients(wrong(null), input, target),
			TypeError,
			"net.w must be an array of numbers, got undefined",
		],
		[
			"b1 of text",
			() => net222.forward({ ...net, b1: text }, input),
			TypeError,
			"net.b1 must be a number, got string",
		],
		[
			"b2 of text",
			() => net222.forward({ ...net, b2: text }, input),
			TypeError,
			"net.b2 must be a number, got string",
		],
		[
			"one input",
			() => net222.forward(net, wrong([1])),
			RangeError,
			"i must have length 2, got 1",
		],
		[
			"an input of text",
			() => net222.forward(net, wrong("12")),
			TypeError,
			"i must be an array of numbers, got string",
		],
		[
			"three outputs",
			() => net222.errors(wrong([1, 2, 3]), target),
			RangeError,
			"outO must have length 2, got 3",
		],
		[
			"one target",
			() => net222.errors(target, wrong([1])),
			RangeError,
			"target must have length 2, got 1",
		],
		[
			"one target to learn",
			() => net222.outputGradients(net, input, wrong([1])),
			RangeError,
			"target must have length 2, got 1",
		],
		[
			"a weight of text",
			() => net222.updateWeight(text, 1, 1),
			TypeError,
			"w must be a number, got string",
		],
		[
			"a gradient of text",
			() => net222.updateWeight(1, text, 1),
			TypeError,
			"gradient must be a number, got string",
		],
		[
			"an update with a rate of text",
			() => net222.updateWeight(1, 1, text),
			TypeError,
			"eta must be a number, got string",
		],
		[
			"a step with a rate of text",
			() => net222.trainStep(net, input, target, text, true),
			TypeError,
			"eta must be a number, got string",
		],
		[
			"a choice of biases that is not true or false",
			() => net222.trainStep(net, input, target, 1, wrong("shared")),
			TypeError,
			"trainBiases must be a boolean, got string",
		],
		[
			"half a step",
			() => net222.train(net, input, target, 1, 0.5, true),
			RangeError,
			"steps must be a whole number of at least 0, got 0.5",
		],
	]);
});
