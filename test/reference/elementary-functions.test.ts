import { describe, expect, it } from "vitest";
import { centralDifference } from "../../reference/central-difference.ts";
import {
	freeFall,
	linear,
	normalDensity,
	quadratic,
	recurrence,
	sumOver,
	vertex,
} from "../../reference/elementary-functions.ts";
import { expectAgreement, onePass } from "./agreement.ts";
import { itRefuses, wrong } from "./refusal.ts";

describe("elementary functions", () => {
	it("reproduce the curriculum's numbers FN-01 to FN-08", () => {
		const a = [1, 2, 3, 4];
		const b = [0.5, -1, 2.5, 3];
		const total = (terms: number[]) =>
			sumOver(1, 4, (k) => terms[k - 1] ?? Number.NaN);
		const got = {
			"FN-01": freeFall(9.8, 2),
			"FN-02": [
				linear(2, 1, 1.5),
				quadratic(2, 1, -3, 1.5),
				centralDifference((x) => quadratic(2, 1, -3, x), 1.5, 0.5),
				vertex(2, 1, -3),
			],
			"FN-05": [normalDensity(0, 0, 1), normalDensity(1.5, 0.5, 2)],
			"FN-07": [recurrence(1.2, 0.4, 0, 6), recurrence(1, 2, 3, 6)],
			"FN-08": [
				total(a),
				total(b),
				total(a.map((term, k) => term + (b[k] ?? 0))),
				total(a.map((term) => 3 * term)),
			],
		};
		const expected = {
			"FN-01": 19.6,
			"FN-02": [4, 3, 7, { x: -0.25, y: -3.125 }],
			"FN-05": [0.3989422804014327, 0.17603266338214976],
			"FN-07": [
				[1.2, 0.48, 0.192, 0.0768, 0.03072, 0.012288],
				[1, 5, 13, 29, 61, 125],
			],
			"FN-08": [10, 5, 15, 30],
		};
		expect(expectAgreement(got, expected, onePass, "FN")).toBe(24);
	});

	it("have the vertex where the parabola is flat, above or below the rest", () => {
		for (const [a, b, c] of [
			[2, 1, -3],
			[-0.5, 3, 1],
			[0.1, -2.5, 0],
		] as const) {
			const { x, y } = vertex(a, b, c);
			expect(quadratic(a, b, c, x)).toBeCloseTo(y, 12);
			for (const away of [-1, 0.5])
				expect(Math.sign(quadratic(a, b, c, x + away) - y)).toBe(Math.sign(a));
		}
	});

	it("have a density of area 1, symmetrical about mu", () => {
		const step = 0.01;
		const area = sumOver(
			-1000,
			1000,
			(k) => normalDensity(0.7 + k * step, 0.7, 0.8) * step,
		);
		expect(area).toBeCloseTo(1, 12);
		expect(normalDensity(0.7 - 0.3, 0.7, 0.8)).toBeCloseTo(
			normalDensity(0.7 + 0.3, 0.7, 0.8),
			14,
		);
	});

	it("sum nothing to 0 and list no terms for n = 0", () => {
		expect(sumOver(3, 2, () => 7)).toBe(0);
		expect(sumOver(3, 3, (k) => k)).toBe(3);
		expect(recurrence(1, 2, 3, 0)).toEqual([]);
	});
});

describe("elementary functions refuse", () => {
	itRefuses([
		[
			"a line's vertex",
			() => vertex(0, 1, 2),
			RangeError,
			"a must not be 0: a line has no vertex",
		],
		[
			"a deviation of 0",
			() => normalDensity(1, 0, 0),
			RangeError,
			"sigma must be greater than 0, got 0",
		],
		[
			"a deviation that is not a number's",
			() => normalDensity(1, 0, Number.NaN),
			RangeError,
			"sigma must be greater than 0, got NaN",
		],
		[
			"half a term",
			() => recurrence(1, 2, 3, 1.5),
			RangeError,
			"n must be a whole number of at least 0, got 1.5",
		],
		[
			"a term that is no function",
			() => sumOver(1, 2, wrong(3)),
			TypeError,
			"term must be a function, got number",
		],
		[
			"a text for a limit",
			() => sumOver(wrong("1"), 2, () => 0),
			TypeError,
			"from must be a number, got string",
		],
		[
			"a text for a limit above",
			() => sumOver(1, wrong("2"), () => 0),
			TypeError,
			"to must be a number, got string",
		],
		[
			"null for a height",
			() => freeFall(wrong(null), 2),
			TypeError,
			"g must be a number, got null",
		],
		[
			"a text for a time",
			() => freeFall(9.8, wrong("2")),
			TypeError,
			"t must be a number, got string",
		],
		...(["a", "b", "x"] as const).map(
			(name, place): [string, () => unknown, typeof TypeError, string] => [
				`a line whose ${name} is a text`,
				() =>
					linear(
						...([1, 2, 3].with(place, wrong("1")) as [number, number, number]),
					),
				TypeError,
				`${name} must be a number, got string`,
			],
		),
		[
			"a parabola whose c is a text",
			() => quadratic(1, 2, wrong("1"), 3),
			TypeError,
			"c must be a number, got string",
		],
		...(["x", "mu", "sigma"] as const).map(
			(name, place): [string, () => unknown, typeof TypeError, string] => [
				`a density whose ${name} is a text`,
				() =>
					normalDensity(
						...([1, 2, 3].with(place, wrong("1")) as [number, number, number]),
					),
				TypeError,
				`${name} must be a number, got string`,
			],
		),
		...(["first", "ratio", "shift"] as const).map(
			(name, place): [string, () => unknown, typeof TypeError, string] => [
				`a sequence whose ${name} is a text`,
				() =>
					recurrence(
						...([1, 2, 3].with(place, wrong("1")) as [number, number, number]),
						4,
					),
				TypeError,
				`${name} must be a number, got string`,
			],
		),
	]);
});
