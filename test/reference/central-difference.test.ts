import { describe, expect, it } from "vitest";
import {
	centralDifference,
	forwardDifference,
	numericGradient,
	relativeDifference,
} from "../../reference/central-difference.ts";
import { itRefuses, wrong } from "./refusal.ts";

const square = (x: number) => x * x;

describe("difference quotients", () => {
	it("give 0 and 1 at the corner of |x|, and 0 and −1 for a negative step", () => {
		expect([
			centralDifference(Math.abs, 0, 1e-4),
			forwardDifference(Math.abs, 0, 1e-4),
		]).toEqual([0, 1]);
		expect([
			centralDifference(Math.abs, 0, -1e-4),
			forwardDifference(Math.abs, 0, -1e-4),
		]).toEqual([-0, -1]);
	});

	it("err by about h·f″/2 forward and h²·f‴/6 central", () => {
		const h = 1e-3;
		expect((forwardDifference(Math.exp, 0, h) - 1) / (h / 2)).toBeCloseTo(1, 2);
		expect((centralDifference(Math.exp, 0, h) - 1) / (h ** 2 / 6)).toBeCloseTo(
			1,
			3,
		);
	});

	it("call the function twice per variable and leave the point alone", () => {
		let calls = 0;
		const p = Object.freeze([3, -4]);
		const gradient = numericGradient(
			(q) => {
				calls++;
				const value = q.reduce((total, x) => total + square(x), 0);
				q.fill(0);
				return value;
			},
			p,
			1e-4,
		);
		expect(calls).toBe(4);
		expect(gradient.map(Math.round)).toEqual([6, -8]);
		expect(numericGradient(() => 1, [], 1e-4)).toEqual([]);
	});

	it("are compared relative to their size", () => {
		expect([
			relativeDifference([0], [0]),
			relativeDifference([1], [-1]),
			relativeDifference([3], [1]),
		]).toEqual([0, 1, 0.5]);
	});

	itRefuses([
		[
			"a forward step of 0",
			() => forwardDifference(square, 1, 0),
			RangeError,
			"h must be finite and not 0, got 0",
		],
		[
			"a central step of 0",
			() => centralDifference(square, 1, 0),
			RangeError,
			"h must be finite and not 0, got 0",
		],
		[
			"an infinite step",
			() => numericGradient(() => 1, [1], Infinity),
			RangeError,
			"h must be finite and not 0, got Infinity",
		],
		[
			"no function",
			() => forwardDifference(wrong(1), 1, 1),
			TypeError,
			"f must be a function, got number",
		],
		[
			"x of text",
			() => centralDifference(square, wrong("1"), 1),
			TypeError,
			"x must be a number, got string",
		],
		[
			"a step of text",
			() => forwardDifference(square, 1, wrong("1")),
			TypeError,
			"h must be a number, got string",
		],
		[
			"a point of text",
			() => numericGradient(() => 1, wrong("1"), 1),
			TypeError,
			"p must be an array of numbers, got string",
		],
		[
			"gradients of two lengths",
			() => relativeDifference([1], []),
			RangeError,
			"b must have length 1, got 0",
		],
	]);
});
