import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as vector from "../../reference/vector.ts";
import { itRefuses, wrong } from "./refusal.ts";

describe("vectors", () => {
	it("are added, subtracted, scaled and multiplied entry by entry without a change to the arguments", () => {
		const a = Object.freeze([1, 2, 2]);
		const b = Object.freeze([3, 0, 4]);
		expect(vector.add(a, b)).toEqual([4, 2, 6]);
		expect(vector.subtract(a, b)).toEqual([-2, 2, -2]);
		expect(vector.hadamard(a, b)).toEqual([3, 0, 8]);
		expect(vector.scale(a, 2)).toEqual([2, 4, 4]);
		expect([vector.dot(a, b), vector.norm(a), vector.sum(a)]).toEqual([
			11, 3, 5,
		]);
	});

	it("of no entries have sum, product and length 0", () => {
		expect([vector.sum([]), vector.dot([], []), vector.norm([])]).toEqual([
			0, 0, 0,
		]);
	});

	it("obey the inequality of Cauchy and Schwarz", () => {
		const pair = fc.array(
			fc.tuple(
				fc.double({ min: -1e6, max: 1e6, noNaN: true }),
				fc.double({ min: -1e6, max: 1e6, noNaN: true }),
			),
			{ maxLength: 8 },
		);
		fc.assert(
			fc.property(pair, (entries) => {
				const a = entries.map(([x]) => x);
				const b = entries.map(([, y]) => y);
				const bound = vector.norm(a) * vector.norm(b);
				expect(Math.abs(vector.dot(a, b))).toBeLessThanOrEqual(
					bound * (1 + 1e-12) + 1e-150,
				);
			}),
		);
	});

	it("have a length only where the squares of their entries fit a double", () => {
		expect([
			vector.norm([1e-170]),
			vector.norm([1e-150]),
			vector.norm([1e150]),
			vector.norm([1e160]),
		]).toEqual([0, 1e-150, 1e150, Infinity]);
	});

	it("point downhill with length 1, and nowhere for a zero gradient", () => {
		expect(vector.steepestDescentDirection([6, -8])).toEqual([-0.6, 0.8]);
		expect(vector.steepestDescentDirection([0, 0])).toEqual([0, 0]);
	});

	itRefuses([
		[
			"vectors of two lengths",
			() => vector.add([1], [1, 2]),
			RangeError,
			"b must have length 1, got 2",
		],
		[
			"text in the first vector",
			() => vector.dot(wrong(["1"]), [1]),
			TypeError,
			"a[0] must be a number, got string",
		],
		[
			"text for the second vector",
			() => vector.dot([1], wrong("1")),
			TypeError,
			"b must be an array of numbers, got string",
		],
		[
			"a factor of text",
			() => vector.scale([1], wrong("2")),
			TypeError,
			"factor must be a number, got string",
		],
		[
			"no function to combine with",
			() => vector.zipWith([1], [1], wrong(null)),
			TypeError,
			"combine must be a function, got null",
		],
		[
			"the angle with a zero vector",
			() => vector.cosine([0], [1]),
			RangeError,
			"the angle with a zero vector is not defined",
		],
	]);
});
