import { describe, expect, it } from "vitest";
import {
	type PictureCase,
	Reader,
	readersFor,
} from "../../../web/pictures/read-quantity.ts";

const one: PictureCase = {
	parameters: ["x", "net", "f"],
	input: [2, { w: [1, 2, 3, 4, 5, 6], b: "-Infinity" }, "polynomial(0, 0, 1)"],
	expected: {
		trace: [{ x: 1 }, { x: 4 }, { x: "NaN" }],
		points: [
			[1, 10],
			[2, 20],
		],
		converged: true,
		word: "one step",
	},
	others: { errors: { total: 7 } },
};
const reader = new Reader("given", one, one.expected, { eta: 0.5 });

describe("a path", () => {
	it("leads to inputs by the names of parameters, to the result, to other functions and to sliders", () => {
		expect(reader.read("input.x")).toBe(2);
		expect(reader.read("result.converged")).toBe(1);
		expect(reader.read("of.errors.total")).toBe(7);
		expect(reader.read("slider.eta")).toBe(0.5);
	});

	it("takes one entry, every entry or a part of a list", () => {
		expect(reader.read("input.net.w[1]")).toBe(2);
		expect(reader.read("result.trace[].x")).toEqual([1, 4, Number.NaN]);
		expect(reader.read("result.points[][1]")).toEqual([10, 20]);
		expect(reader.read("input.net.w[4:6]")).toEqual([5, 6]);
		expect(reader.read("input.net.w[4:]")).toEqual([5, 6]);
	});

	it("reads the texts for numbers that JSON lacks", () => {
		expect(reader.read("input.net.b")).toBe(Number.NEGATIVE_INFINITY);
	});

	it.each([
		"input.nothing",
		"input.x.deeper",
		"input.x[0]",
		"input.x[]",
		"input.x[0:2]",
		"result.trace[7].x",
		"result.constructor",
		"result.word",
		"of.nothing.total",
		"slider.nothing",
	])("gives nothing at %s", (path) => {
		expect(reader.read(path)).toBeNull();
	});

	it("gives nothing for each entry that lacks the key", () => {
		expect(reader.read("result.trace[].y")).toEqual([null, null, null]);
	});
});

describe("a quantity", () => {
	it.each<[string, Parameters<Reader["read"]>[0], unknown]>([
		["a number", 3, 3],
		["a list of terms", ["input.x", 5, { square: 3 }], [2, 5, 9]],
		[
			"absolute values",
			{ absolute: { product: [-1, "input.net.w[0:2]"] } },
			[1, 2],
		],
		["a square", { square: "input.net.w[1:3]" }, [4, 9]],
		["a sum", { sum: ["input.x", "input.net.w[0:2]", 1] }, [4, 5]],
		["a product", { product: ["input.x", "input.net.w[0:2]"] }, [2, 4]],
		[
			"a difference",
			{ difference: ["input.net.w[2:4]", "input.net.w[0:2]"] },
			[2, 2],
		],
		["an inner product", { dot: ["input.net.w[0:2]", "input.net.w[2:4]"] }, 11],
		["a unit vector", { unit: "input.net.w[2:4]" }, [0.6, 0.8]],
		["an entry", { entry: "input.net.w", at: "input.x" }, 3],
		["an entry that is not there", { entry: "input.net.w", at: 9 }, null],
		[
			"rows",
			{ rows: "input.net.w[0:4]", columns: 2 },
			[
				[1, 2],
				[3, 4],
			],
		],
		[
			"a transpose",
			{ transpose: "result.points" },
			[
				[1, 2],
				[10, 20],
			],
		],
		[
			"a function of numbers",
			{ apply: "squaredLoss", parameters: [1], to: "input.net.w[0:3]" },
			[0, 1, 4],
		],
		[
			"a list of the reference",
			{ series: "range", parameters: [0, 1, 3] },
			[0, 0.5, 1],
		],
		[
			"an inner product with a gap",
			{ dot: ["result.trace[].y", "input.net.w"] },
			null,
		],
	])("is %s", (_, quantity, value) => {
		expect(reader.read(quantity)).toEqual(value);
	});

	it("ends with its shortest list", () => {
		expect(reader.read({ sum: ["input.net.w", "result.points[][0]"] })).toEqual(
			[2, 4],
		);
	});

	it("reads no more than a picture can show", () => {
		const many = { ...one, expected: Array.from({ length: 5000 }, () => 1) };
		const read = new Reader("given", many, many.expected, {}).list("result");
		expect(read).toHaveLength(2000);
	});
});

describe("readers", () => {
	const graded = { ...one, actual: { value: { trace: [{ x: 9 }] } } };

	it("are one before there is a verdict, and one for what no result decides", () => {
		expect(readersFor("result.trace", one, {})).toHaveLength(1);
		expect(readersFor("input.x", graded, {}).map(({ who }) => who)).toEqual([
			"given",
		]);
	});

	it("give the expected result first and the student's over it", () => {
		const found = readersFor({ x: "result.trace[].x" }, graded, {});
		expect(found.map(({ who }) => who)).toEqual(["expected", "yours"]);
		expect(found.map((each) => each.read("result.trace[0].x"))).toEqual([1, 9]);
	});
});
