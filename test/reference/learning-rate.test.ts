import { describe, expect, it } from "vitest";
import { descend } from "../../reference/descent.ts";
import {
	classify,
	decay,
	stepsToReach,
} from "../../reference/learning-rate.ts";
import { expectAgreement, onePass } from "./agreement.ts";
import { itRefuses, wrong } from "./refusal.ts";

/** The points of a run on (x − center)² of `steps` updates. */
const run = (center: number, x0: number, eta: number, steps: number) =>
	descend(
		(x) => (x - center) ** 2,
		(x) => 2 * (x - center),
		x0,
		eta,
		Number.NEGATIVE_INFINITY,
		steps,
	);

describe("the behaviour of a rate", () => {
	it("is what a run shows: sides, and whether the gap shrinks", () => {
		for (const eta of [0.01, 0.1, 0.4, 0.5, 0.6, 0.8, 0.99, 1, 1.01, 1.5]) {
			// Centre and start are whole numbers, so that rates of 0.5 and 1 are exact.
			const { xs } = run(3, 7, eta, 4);
			const gaps = xs.map((x) => x - 3);
			const [, first = Number.NaN, second = Number.NaN] = gaps;
			const size = Math.abs(second) - Math.abs(first);
			let seen = "one-sided";
			if (first === 0) seen = "one step";
			else if (first < 0)
				seen = size < 0 ? "zigzag" : size === 0 ? "oscillates" : "diverges";
			expect(classify(eta), `eta ${eta}`).toBe(seen);
		}
	});

	it("changes at 0.5 and at 1, and nowhere else", () => {
		const words = [1e-9, 0.499999, 0.5, 0.500001, 0.999999, 1, 1.000001, 1e9];
		expect(words.map(classify)).toEqual([
			...["one-sided", "one-sided", "one step", "zigzag", "zigzag"],
			...["oscillates", "diverges", "diverges"],
		]);
	});
});

describe("the steps to a distance", () => {
	it("are the first point of a run that is near enough", () => {
		for (const eta of [0.1, 0.3, 0.49, 0.5, 0.7, 0.9]) {
			const { xs } = run(-1, 4, eta, 200);
			const first = xs.findIndex((x) => Math.abs(x + 1) <= 0.03);
			expect(stepsToReach(-1, 4, eta, 0.03), `eta ${eta}`).toBe(first);
		}
	});

	it("are none for a start that is near enough, whatever the rate", () => {
		expect([0.1, 1, 3].map((eta) => stepsToReach(2, 5, eta, 3))).toEqual([
			0, 0, 0,
		]);
		expect(stepsToReach(2, 2, 0.3, 0)).toBe(0);
	});

	it("count a point at the distance itself", () => {
		expect(stepsToReach(0, 4, 0.25, 1)).toBe(2);
	});

	it("do not exist when the gap never shrinks, or has to vanish and only shrinks", () => {
		expect([1, 1.1, Number.NaN].map((x) => stepsToReach(0, x, 1, 0.5))).toEqual(
			[null, null, null],
		);
		expect(stepsToReach(0, 1, 1.1, 0.5)).toBeNull();
		expect(stepsToReach(0, 1, 0.4, 0)).toBeNull();
		expect(stepsToReach(0, 1, 0.5, 0)).toBe(1);
	});
});

describe("a decaying rate", () => {
	it("follows its formula from η₀ on", () => {
		expectAgreement(
			decay("inverse", 0.1, 0.05, 5),
			[
				0.1,
				0.09523809523809523,
				0.09090909090909091,
				0.08695652173913045,
				1 / 12,
			],
			onePass,
		);
		expectAgreement(
			decay("exponential", 0.1, 0.05, 5),
			[
				0.1, 0.09512294245007141, 0.09048374180359596, 0.08607079764250579,
				0.0818730753077982,
			],
			onePass,
		);
		expect(decay("inverse", 0.1, 0.05, 0)).toEqual([]);
	});
});

const text = wrong<number>("1");
itRefuses([
	["a rate of 0", () => classify(0), RangeError, "eta must be above 0, got 0"],
	[
		"a negative rate",
		() => stepsToReach(0, 1, -0.1, 0.5),
		RangeError,
		"eta must be above 0, got -0.1",
	],
	[
		"a rate that is no number",
		() => classify(Number.NaN),
		RangeError,
		"eta must be above 0, got NaN",
	],
	[
		"text as a rate",
		() => classify(text),
		TypeError,
		"eta must be a number, got string",
	],
	[
		"text as a centre",
		() => stepsToReach(text, 1, 0.1, 1),
		TypeError,
		"center must be a number, got string",
	],
	[
		"text as a start",
		() => stepsToReach(1, text, 0.1, 1),
		TypeError,
		"x0 must be a number, got string",
	],
	[
		"text as a distance",
		() => stepsToReach(1, 1, 0.1, text),
		TypeError,
		"distance must be a number, got string",
	],
	[
		"a negative distance",
		() => stepsToReach(1, 1, 0.1, -1),
		RangeError,
		"distance must be at least 0, got -1",
	],
	[
		"text as the first rate",
		() => decay("inverse", text, 0.1, 2),
		TypeError,
		"eta0 must be a number, got string",
	],
	[
		"text as k",
		() => decay("inverse", 0.1, text, 2),
		TypeError,
		"k must be a number, got string",
	],
	[
		"half a step",
		() => decay("inverse", 0.1, 0.1, 0.5),
		RangeError,
		"steps must be a whole number of at least 0, got 0.5",
	],
]);
