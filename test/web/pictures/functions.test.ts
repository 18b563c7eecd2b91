import { describe, expect, it } from "vitest";
import {
	computeSeries,
	makeCurve,
	makeField,
	slopeAt,
} from "../../../web/pictures/functions.ts";

/** The height of a curve of the closed list. */
const at = (name: string, parameters: (number | number[])[], x: number) =>
	makeCurve(name, parameters, undefined)?.(x);

describe("curves", () => {
	it.each<[string, (number | number[])[], number, number]>([
		["linear", [2, 1], 1.5, 4],
		["parabola", [1, 0.1], -0.8, 3.34],
		["quadratic", [2, 1, -3], 1.5, 3],
		["polynomial", [1, 0, -3, 0, 1], 2, 5],
		["unitStep", [-1], 1, 1],
		["unitStep", [-1.5], 1, 0],
		["sigmoid", [0.385], 0, 0.595078473866134],
		["sigmoidSlope", [], 0, 0.25],
		["tanhSlope", [], -2, 0.07065082485316443],
		["relu", [-3], 1, 0],
		["reluSlope", [], 3, 1],
		["normalPdf", [0.5, 2], 1.5, 0.17603266338214976],
		["chain", [], 2, 1.1774100225154747],
		["chainSlope", [], 1.3, 1.0619139089],
		["linearGraphOfB", [3], 4, 162],
		["hingeLoss", [-1], 1.5, 2.5],
		["logLoss", [1], 0.6, 0.5108256237659907],
		["meanHalfSquaredLoss", [[1, 2, 3]], 2, 1 / 3],
		["negativeLn", [], 0.5, Math.LN2],
	])("%s%j at %d is %d", (name, parameters, x, height) => {
		expect(at(name, parameters, x)).toBeCloseTo(height, 9);
	});

	it("have no height where they are not defined", () => {
		expect(at("chain", [], 0.5)).toBeNaN();
		expect(at("logLoss", [1], 1.5)).toBeNaN();
	});

	it("are the library functions that a case passes in, as the case shows them", () => {
		expect(makeCurve("input.f", [], "polynomial(4, -4, 1)")?.(3)).toBe(1);
		expect(makeCurve("input.f", [], "exp()")?.(0)).toBe(1);
	});

	it.each([undefined, 3, "no function", "nothing(1)", "polynomial(1", {}])(
		"are none for %j",
		(passed) => {
			expect(makeCurve("input.f", [], passed)).toBeNull();
			expect(makeField("input.f", [], passed)).toBeNull();
		},
	);

	it("have their slope for tangents, one-sided at the end of their domain", () => {
		expect(slopeAt((x) => at("chain", [], x) ?? 0, 2)).toBeCloseTo(0.42466, 4);
		expect(slopeAt((x) => at("parabola", [0, 0], x) ?? 0, 3)).toBeCloseTo(6, 6);
		expect(slopeAt((x) => (x < 1 ? Number.NaN : 2 * x), 1)).toBeCloseTo(2, 6);
		expect(slopeAt((x) => (x > 1 ? Number.NaN : 2 * x), 1)).toBeCloseTo(2, 6);
	});
});

describe("fields", () => {
	it.each<[string, (number | number[])[], number]>([
		["plane", [2, 3], 18],
		["quadraticForm", [1, 1, 1], 37],
		["valley", [], 9 + Math.sin(4) ** 2],
		["linearGraph", [], 162],
		[
			"regressionCost",
			[
				[0, 1],
				[4, 7],
			],
			0,
		],
		["logisticProbability", [[0, 0], 0], 0.5],
	])("%s%j at (3, 4) is %d", (name, parameters, height) => {
		expect(makeField(name, parameters, undefined)?.(3, 4)).toBeCloseTo(
			height,
			9,
		);
	});

	it("are passed functions of two numbers or of a list of two", () => {
		expect(makeField("input.f", [], "linearGraph()")?.(3, 4)).toBe(162);
		expect(makeField("input.f", [], "squaredError()")?.(3, 5)).toBe(4);
	});
});

describe("lists of the reference", () => {
	it.each<
		[Parameters<typeof computeSeries>[0], (number | number[])[], number[]]
	>([
		["range", [1, 3, 3], [1, 2, 3]],
		["range", [1, 3, 1], [1]],
		["powersOfTen", [0, -2], [1, 0.1, 0.01]],
		["compassX", [1, 2, 4], [3, 1, -1, 1]],
		["compassY", [0, 1, 4], [0, 1, 0, -1]],
		["descentOnParabola", [1, -0.8, 0.4, 1], [-0.8, 0.64]],
		["factorErrors", [0, 3, 4, 150, 2], [12, 0.2176870748299109]],
		[
			"factorErrors",
			[1, 3, 4, 150, 3],
			[12, 0.2176870748299109, 0.007969580436054],
		],
		[
			"regressionPathW",
			[
				[0.05, 0.12, 0.2, 0.28, 0.35, 0.47, 0.55, 0.66, 0.78, 0.92],
				[3.04, 3.31, 3.35, 3.62, 3.64, 3.99, 4.05, 4.38, 4.51, 4.87],
				0,
				0,
				0.5,
				1,
			],
			[0, 0.92493],
		],
		[
			"regressionPathB",
			[
				[0.05, 0.12, 0.2, 0.28, 0.35, 0.47, 0.55, 0.66, 0.78, 0.92],
				[3.04, 3.31, 3.35, 3.62, 3.64, 3.99, 4.05, 4.38, 4.51, 4.87],
				0,
				0,
				0.5,
				1,
			],
			[0, 1.938],
		],
	])("%s%j", (name, parameters, values) => {
		const made = computeSeries(name, parameters);
		expect(made).toHaveLength(values.length);
		for (const [index, value] of values.entries())
			expect(made[index]).toBeCloseTo(value, 9);
	});

	it("show that the error of a quotient falls and rises again", () => {
		const [forward, central] = [0, 1].map((kind) =>
			computeSeries("differenceErrors", [kind, 1, 13]),
		);
		expect(forward?.[4]).toBeCloseTo(1.3591e-4, 7);
		expect(central?.[4]).toBeLessThan(1e-7);
		expect(forward?.[12]).toBeGreaterThan(forward?.[8] ?? 1);
	});

	it("stay short whatever a student's number says", () => {
		expect(computeSeries("range", [0, 1, 1e9])).toHaveLength(500);
		expect(computeSeries("range", [0, 1, Number.NaN])).toHaveLength(0);
		expect(
			computeSeries("powersOfTen", [0, Number.POSITIVE_INFINITY]),
		).toHaveLength(0);
	});
});
