import { describe, expect, it } from "vitest";
import {
	bestOf,
	descend,
	descendN,
	gdStep,
	gdStepN,
} from "../../reference/descent.ts";
import { itRefuses, wrong } from "./refusal.ts";

const f = (x: number) => x * x;
const df = (x: number) => 2 * x;

describe("descent in one variable", () => {
	it("takes 4 updates of x² from 1.2 to below 1e-3, counted without the start", () => {
		const run = descend(f, df, 1.2, 0.3, 1e-3, 100);
		expect([run.updates, run.xs.length, run.js.length, run.converged]).toEqual([
			4,
			5,
			5,
			true,
		]);
	});

	it("does nothing where the start is good enough, its value equal to the stop included", () => {
		expect(descend(f, df, 2, 0.3, 4, 100)).toEqual({
			xs: [2],
			js: [4],
			updates: 0,
			converged: true,
		});
	});

	it("ends at the limit when it swings for ever, diverges or finds NaN", () => {
		expect(descend(f, df, 1, 1, 1e-3, 7)).toMatchObject({
			updates: 7,
			converged: false,
		});
		expect(descend(f, df, 1, 1.2, 1e-3, 50)).toMatchObject({
			updates: 50,
			converged: false,
		});
		expect(descend(() => Number.NaN, df, 1, 0.1, 1e-3, 3)).toMatchObject({
			updates: 3,
			converged: false,
		});
		expect(descend(f, df, 1, 0.1, 1e-3, 0)).toMatchObject({
			updates: 0,
			converged: false,
		});
	});
});

describe("descent in n variables", () => {
	it("moves all variables from the slopes at the old point", () => {
		const g = ([x = 0, y = 0]: number[]) => [2 * x + y, x + 2 * y];
		expect(descendN(() => 1, g, [1, 1], 0.1, 0, 1).points).toEqual([
			[1, 1],
			[0.7, 0.7],
		]);
		expect(gdStep(1.4, -1.2, 0.1)).toBeCloseTo(1.52, 12);
	});

	it("stops strictly below the bound", () => {
		expect(
			descendN(
				() => 1,
				() => [0],
				[5],
				0.1,
				1,
				3,
			),
		).toMatchObject({ updates: 3, converged: false });
		expect(
			descendN(
				() => 0.9,
				() => [0],
				[5],
				0.1,
				1,
				3,
			),
		).toMatchObject({ updates: 0, converged: true });
	});

	it("keeps its points when f and g write into theirs, and leaves the start alone", () => {
		const start = Object.freeze([3, 4]);
		const spoil = (p: number[]) => p.fill(0) && 1;
		const run = descendN(spoil, (p) => p.fill(1), start, 1, 0, 1);
		expect(run.points).toEqual([
			[3, 4],
			[2, 3],
		]);
	});
});

describe("descent from several starts", () => {
	const quartic = (x: number) => x ** 4 - 3 * x ** 2 + x;
	const slope = (x: number) => 4 * x ** 3 - 6 * x + 1;
	const best = (starts: number[], steps = 500) =>
		bestOf(quartic, slope, starts, 0.01, steps);

	it("keeps the deeper of two valleys, in whatever order they are tried", () => {
		for (const starts of [
			[2, -2],
			[-2, 2],
		]) {
			const { x, value, start } = best(starts);
			expect(start).toBe(-2);
			expect(x).toBeCloseTo(-1.300839565941578, 9);
			expect(value).toBeCloseTo(-3.513905038934789, 9);
		}
	});

	it("leaves out runs that end in NaN or an infinite value", () => {
		expect(best([50, 2]).start).toBe(2);
		const hill = (x: number) => -(x ** 2);
		expect(bestOf(hill, (x) => -2 * x, [1, 0], 1, 400)).toEqual({
			x: 0,
			value: -0,
			start: 0,
		});
	});

	it("takes the earlier start on a tie, and the start itself after no steps", () => {
		const well = (x: number) => (x * x - 1) ** 2;
		expect(bestOf(well, () => 0, [1, -1], 1, 5).start).toBe(1);
		expect(best([0.5, 3], 0)).toEqual({
			x: 0.5,
			value: quartic(0.5),
			start: 0.5,
		});
	});
});

describe("descent", () => {
	const text = wrong<number>("1");
	itRefuses([
		[
			"a limit below 0",
			() => descend(f, df, 1, 1, 1, -1),
			RangeError,
			"maxUpdates must be a whole number of at least 0, got -1",
		],
		[
			"a limit that is not whole",
			() =>
				descendN(
					() => 1,
					() => [0],
					[1],
					1,
					1,
					1.5,
				),
			RangeError,
			"maxUpdates must be a whole number of at least 0, got 1.5",
		],
		[
			"no starts",
			() => bestOf(f, df, [], 1, 1),
			RangeError,
			"starts must not be empty",
		],
		[
			"starts of text",
			() => bestOf(f, df, wrong("12"), 1, 1),
			TypeError,
			"starts must be an array of numbers, got string",
		],
		[
			"starts that all run away",
			() =>
				bestOf(
					(x) => x ** 4,
					(x) => 4 * x ** 3,
					[9, -9],
					1,
					50,
				),
			RangeError,
			"no run ends in finite numbers",
		],
		[
			"no function",
			() => descend(wrong(1), df, 1, 1, 1, 1),
			TypeError,
			"f must be a function, got number",
		],
		[
			"no slope",
			() => descend(f, wrong(1), 1, 1, 1, 1),
			TypeError,
			"the slope of f must be a function, got number",
		],
		[
			"a start of text",
			() => descend(f, df, text, 1, 1, 1),
			TypeError,
			"x0 must be a number, got string",
		],
		[
			"a rate of text",
			() => descend(f, df, 1, text, 1, 1),
			TypeError,
			"eta must be a number, got string",
		],
		[
			"a stop of text",
			() => descend(f, df, 1, 1, text, 1),
			TypeError,
			"stop must be a number, got string",
		],
		[
			"a number for a start in n variables",
			() =>
				descendN(
					() => 1,
					() => [0],
					wrong(1),
					1,
					1,
					1,
				),
			TypeError,
			"start must be an array of numbers, got number",
		],
		[
			"a gradient of another length",
			() =>
				descendN(
					() => 1,
					() => [0],
					[1, 2],
					1,
					0,
					1,
				),
			RangeError,
			"gradient must have length 2, got 1",
		],
		[
			"a step of text",
			() => gdStep(text, 1, 1),
			TypeError,
			"x must be a number, got string",
		],
		[
			"a slope of text",
			() => gdStep(1, text, 1),
			TypeError,
			"slope must be a number, got string",
		],
		[
			"a step with a rate of text",
			() => gdStep(1, 1, text),
			TypeError,
			"eta must be a number, got string",
		],
		[
			"a point of text",
			() => gdStepN(wrong("1"), [1], 1),
			TypeError,
			"p must be an array of numbers, got string",
		],
		[
			"a gradient of text",
			() => gdStepN([1], wrong("1"), 1),
			TypeError,
			"gradient must be an array of numbers, got string",
		],
		[
			"a step of n variables with a rate of text",
			() => gdStepN([1], [1], text),
			TypeError,
			"eta must be a number, got string",
		],
	]);
});
