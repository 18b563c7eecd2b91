import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { numericGradient } from "../../reference/central-difference.ts";
import { forward, gradients, solveW } from "../../reference/linear-graph.ts";
import { expectAgreement, onePass, quotient } from "./agreement.ts";
import { itRefuses, wrong } from "./refusal.ts";

const coordinate = fc.double({ min: -10, max: 10, noNaN: true });

describe("the linear graph", () => {
	it("has the gradients that central differences give", () => {
		fc.assert(
			fc.property(coordinate, coordinate, (w, b) => {
				const { dzdw, dzdb } = gradients(w, b);
				expectAgreement(
					[dzdw, dzdb],
					numericGradient(([v = 0, c = 0]) => forward(v, c).z, [w, b], 1e-4),
					quotient,
				);
			}),
		);
	});

	it("reaches any target with one step of w", () => {
		fc.assert(
			fc.property(
				coordinate,
				coordinate,
				fc.double({ min: -300, max: 300, noNaN: true }),
				(w, b, target) => {
					fc.pre(Math.abs(gradients(w, b).dzdw) > 1e-3);
					expectAgreement(solveW(w, b, target).z, target, {
						...onePass,
						absolute: 1e-8,
					});
				},
			),
		);
		expect(solveW(3, 4, 162)).toEqual({ deltaW: 0, w: 3, z: 162 });
	});

	const text = wrong<number>("1");
	itRefuses([
		[
			"a w that does not matter",
			() => solveW(3, -0.5, 150),
			RangeError,
			"dz/dw is 0 at this b, so no w reaches the target",
		],
		[
			"w of text",
			() => forward(text, 1),
			TypeError,
			"w must be a number, got string",
		],
		[
			"b of text",
			() => gradients(1, text),
			TypeError,
			"b must be a number, got string",
		],
		[
			"a target of text",
			() => solveW(1, 1, text),
			TypeError,
			"target must be a number, got string",
		],
	]);
});
