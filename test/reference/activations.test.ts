import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as activation from "../../reference/activations.ts";
import {
	centralDifference,
	numericGradient,
} from "../../reference/central-difference.ts";
import { expectAgreement, onePass, quotient } from "./agreement.ts";
import { itRefuses, wrong } from "./refusal.ts";

describe("activations", () => {
	it.each(Object.entries(activation.activations))(
		"have the slope that central differences give: %s",
		(_, { value, slope }) => {
			for (const z of [-6, -2, -0.3, 0.4, 1, 5])
				expectAgreement(slope(z), centralDifference(value, z, 1e-5), quotient);
		},
	);

	it("have no NaN and stay in range far out", () => {
		for (const z of [-800, -40, -0, 0, 40, 800]) {
			expect(activation.sigmoid(z) + activation.sigmoid(-z)).toBe(1);
			expect(activation.dSigmoid(z)).toBeGreaterThanOrEqual(0);
			expect(activation.dTanh(z)).toBeGreaterThanOrEqual(0);
			expect(Math.abs(activation.tanh(z))).toBeLessThanOrEqual(1);
		}
	});

	it("agree that the slope of relu at 0 is 0 and that the step fires at 0", () => {
		expect([
			activation.dRelu(0),
			activation.step(0),
			activation.step(-1e-300),
			activation.dStep(0),
		]).toEqual([0, 1, 0, 0]);
	});

	it("tie tanh to the sigmoid: tanh z = 2σ(2z) − 1", () => {
		fc.assert(
			fc.property(fc.double({ min: -30, max: 30, noNaN: true }), (z) => {
				expectAgreement(
					activation.tanh(z),
					2 * activation.sigmoid(2 * z) - 1,
					onePass,
				);
			}),
		);
	});
});

describe("softmax", () => {
	it("sums to 1 and does not feel a shift", () => {
		fc.assert(
			fc.property(
				fc.array(fc.double({ min: -20, max: 20, noNaN: true }), {
					minLength: 1,
					maxLength: 10,
				}),
				fc.double({ min: -1000, max: 1000, noNaN: true }),
				(z, shift) => {
					const a = activation.softmax(z);
					expectAgreement(
						a.reduce((x, y) => x + y),
						1,
						onePass,
					);
					expectAgreement(
						activation.softmax(z.map((x) => x + shift)),
						a,
						onePass,
					);
				},
			),
		);
	});

	it("has the Jacobian that central differences give", () => {
		const z = [0.3, -1.2, 2, 0.5];
		const jacobian = z.map((_, i) =>
			numericGradient((p) => activation.softmax(p)[i] ?? Number.NaN, z, 1e-5),
		);
		expectAgreement(activation.softmaxJacobian(z), jacobian, quotient);
	});

	it("gives one class the probability 1", () => {
		expect(activation.softmax([-1000])).toEqual([1]);
	});

	itRefuses([
		[
			"no scores",
			() => activation.softmax([]),
			RangeError,
			"z must not be empty",
		],
		[
			"text for scores",
			() => activation.softmaxJacobian(wrong("1")),
			TypeError,
			"z must be an array of numbers, got string",
		],
		...Object.entries({ ...activation }).flatMap(([name, f]) =>
			typeof f !== "function" || name.startsWith("softmax")
				? []
				: [
						[
							`text for z in ${name}`,
							() => f(wrong("1")),
							TypeError,
							"z must be a number, got string",
						] satisfies [string, () => unknown, typeof TypeError, string],
					],
		),
	]);
});
