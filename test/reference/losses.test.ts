import { describe, expect, it } from "vitest";
import { sigmoid, softmax } from "../../reference/activations.ts";
import {
	centralDifference,
	numericGradient,
} from "../../reference/central-difference.ts";
import * as losses from "../../reference/losses.ts";
import { expectAgreement, onePass, quotient } from "./agreement.ts";
import { itRefuses, wrong } from "./refusal.ts";

describe("losses", () => {
	it("have the slopes that central differences give", () => {
		for (const [a, y] of [
			[0.2, 1],
			[0.7, 0],
			[0.5, 0.3],
		] as const) {
			const slope = (loss: (a: number, y: number) => number) =>
				centralDifference((x) => loss(x, y), a, 1e-5);
			expectAgreement(
				losses.squaredSlope(a, y),
				slope(losses.squared),
				quotient,
			);
			expectAgreement(
				losses.halfSquaredSlope(a, y),
				slope(losses.halfSquared),
				quotient,
			);
			expectAgreement(
				losses.binaryCrossEntropySlope(a, y),
				slope(losses.binaryCrossEntropy),
				quotient,
			);
			const z = Math.log(a / (1 - a));
			const behindSigmoid = centralDifference(
				(x) => losses.binaryCrossEntropy(sigmoid(x), y),
				z,
				1e-5,
			);
			expectAgreement(
				losses.binaryCrossEntropySlopeZ(a, y),
				behindSigmoid,
				quotient,
			);
		}
	});

	it("over samples and classes have the gradients that central differences give", () => {
		const [p, y] = [
			[0.2, 0.5, 0.3],
			[0, 0.25, 0.75],
		];
		expectAgreement(
			losses.mseGradient(p, y),
			numericGradient((x) => losses.mse(x, y), p, 1e-5),
			quotient,
		);
		expectAgreement(
			losses.crossEntropyGradient(p, y),
			numericGradient((x) => losses.crossEntropy(x, y), p, 1e-5),
			quotient,
		);
		const behindSoftmax = numericGradient(
			(z) => losses.crossEntropy(softmax(z), y),
			p,
			1e-5,
		);
		expectAgreement(losses.logitGradient(p, y), behindSoftmax, quotient);
	});

	it("clip probabilities, so that no logarithm is infinite", () => {
		expectAgreement(
			[losses.binaryCrossEntropy(0, 1), losses.crossEntropy([0, 1], [1, 0])],
			[27.6310211159, 27.6310211159],
			onePass,
		);
		expect(losses.binaryCrossEntropy(1, 1)).toBeCloseTo(1e-12, 15);
		expect([losses.clipProbability(0), losses.clipProbability(1)]).toEqual([
			1e-12,
			1 - 1e-12,
		]);
		expect(losses.leastProbability).toBe(1e-12);
	});

	it("let NaN through, so that a diverged run shows it", () => {
		expect([
			losses.binaryCrossEntropy(Number.NaN, 1),
			losses.crossEntropy([Number.NaN], [1]),
		]).toEqual([Number.NaN, Number.NaN]);
	});

	it("put the entropy at its border cases: 0 for certainty, ln n for n equal chances", () => {
		expect(losses.entropy([0, 1])).toBeCloseTo(0, 15);
		expectAgreement(
			losses.entropy([0.25, 0.25, 0.25, 0.25]),
			Math.log(4),
			onePass,
		);
	});

	it("give an event the information −ln p: none for certainty, without bound for the impossible", () => {
		expect(losses.information(1)).toBeCloseTo(0, 15);
		expect(losses.information(Math.exp(-1))).toBeCloseTo(1, 15);
		expect(losses.information(0)).toBe(Number.POSITIVE_INFINITY);
		// Independent events: probabilities multiply, information adds up.
		expect(losses.information(0.2 * 0.3)).toBeCloseTo(
			losses.information(0.2) + losses.information(0.3),
			14,
		);
	});

	it("know a distribution: no entry below 0, and a sum of 1 up to rounding", () => {
		const tenths: number[] = new Array(10).fill(0.1);
		const isDistribution = [
			[1],
			[0, 1, 0],
			tenths,
			[0.5, 0.5 + 0.9e-9],
			[0.5, 0.5 - 0.9e-9],
		].map(losses.isDistribution);
		expect(isDistribution).toEqual([true, true, true, true, true]);
		const isNone = [
			[],
			[-0.25, 1.25],
			[0.5, 0.5 + 1.1e-9],
			[0.5, 0.5 - 1.1e-9],
			[Number.NaN, 1],
		].map(losses.isDistribution);
		expect(isNone).toEqual([false, false, false, false, false]);
	});

	const text = wrong<number>("1");
	const perSample = {
		zeroOne: losses.zeroOne,
		absolute: losses.absolute,
		hinge: losses.hinge,
		exponential: losses.exponential,
		squared: losses.squared,
		squaredSlope: losses.squaredSlope,
		halfSquared: losses.halfSquared,
		halfSquaredSlope: losses.halfSquaredSlope,
		binaryCrossEntropy: losses.binaryCrossEntropy,
		binaryCrossEntropySlope: losses.binaryCrossEntropySlope,
		binaryCrossEntropySlopeZ: losses.binaryCrossEntropySlopeZ,
	};
	itRefuses([
		...Object.entries(perSample).flatMap(([name, loss]) => [
			[
				`text for a in ${name}`,
				() => loss(text, 1),
				TypeError,
				"a must be a number, got string",
			] satisfies [string, () => unknown, typeof TypeError, string],
			[
				`text for y in ${name}`,
				() => loss(1, text),
				TypeError,
				"y must be a number, got string",
			] satisfies [string, () => unknown, typeof TypeError, string],
		]),
		[
			"text to clip",
			() => losses.clipProbability(text),
			TypeError,
			"a must be a number, got string",
		],
		[
			"a prediction above 1",
			() => losses.binaryCrossEntropy(1.5, 1),
			RangeError,
			"a must be in [0, 1], got 1.5",
		],
		[
			"a label below 0",
			() => losses.binaryCrossEntropySlope(0.5, -1),
			RangeError,
			"y must be in [0, 1], got -1",
		],
		[
			"a label above 1 behind a sigmoid",
			() => losses.binaryCrossEntropySlopeZ(0.5, 2),
			RangeError,
			"y must be in [0, 1], got 2",
		],
		[
			"a predicted class above 1",
			() => losses.crossEntropy([2], [1]),
			RangeError,
			"q must be in [0, 1], got 2",
		],
		[
			"a true class below 0",
			() => losses.crossEntropyGradient([0.5], [-1]),
			RangeError,
			"p must be in [0, 1], got -1",
		],
		[
			"the entropy of 2",
			() => losses.entropy([2]),
			RangeError,
			"p must be in [0, 1], got 2",
		],
		[
			"the information of less than nothing",
			() => losses.information(-0.1),
			RangeError,
			"p must be in [0, 1], got -0.1",
		],
		[
			"the information of more than certainty",
			() => losses.information(1.1),
			RangeError,
			"p must be in [0, 1], got 1.1",
		],
		[
			"the information of text",
			() => losses.information(text),
			TypeError,
			"p must be a number, got string",
		],
		[
			"a distribution of text",
			() => losses.isDistribution([text]),
			TypeError,
			"a[0] must be a number, got string",
		],
		[
			"classes of two lengths",
			() => losses.crossEntropy([1], []),
			RangeError,
			"b must have length 1, got 0",
		],
		[
			"scores of another length",
			() => losses.logitGradient([1], [1, 0]),
			RangeError,
			"b must have length 1, got 2",
		],
		[
			"an error of two lengths",
			() => losses.networkError([1], []),
			RangeError,
			"b must have length 1, got 0",
		],
		[
			"a mean over no samples",
			() => losses.mse([], []),
			RangeError,
			"predictions must not be empty",
		],
		[
			"a gradient over no samples",
			() => losses.mseGradient([], []),
			RangeError,
			"predictions must not be empty",
		],
		[
			"samples of two lengths",
			() => losses.mse([1], [1, 2]),
			RangeError,
			"b must have length 1, got 2",
		],
	]);
});
