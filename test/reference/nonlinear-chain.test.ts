import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { centralDifference } from "../../reference/central-difference.ts";
import * as chain from "../../reference/nonlinear-chain.ts";
import { expectAgreement, onePass, quotient } from "./agreement.ts";
import { itRefuses, wrong } from "./refusal.ts";

const start = fc.double({ min: 1.05, max: 10, noNaN: true });
const label = fc.double({ min: 0.5, max: 2.14, noNaN: true });

describe("the non-linear chain forward", () => {
	it("has the slope that central differences give, equal to the product of its stages", () => {
		fc.assert(
			fc.property(start, (x) => {
				const { dadx, dbda, dcdb } = chain.localDerivatives(x);
				expectAgreement(chain.slope(x), dadx * dbda * dcdb, onePass);
				expectAgreement(
					chain.slope(x),
					centralDifference((at) => chain.forward(at).c, x, 1e-5),
					quotient,
				);
			}),
		);
	});

	it("is undone by its inverse", () => {
		fc.assert(
			fc.property(
				label,
				(y) =>
					void expectAgreement(chain.forward(chain.inverse(y)).c, y, onePass),
			),
		);
		expect(chain.inverse(0)).toBe(1);
	});

	it("starts at x = 1 with value 0 and an infinite slope", () => {
		expect(chain.forward(1)).toEqual({ a: 1, b: 0, c: 0 });
		expect([chain.slope(1), chain.localDerivatives(1).dcdb]).toEqual([
			Infinity,
			Infinity,
		]);
	});

	it("is tabulated with both ends", () => {
		const { x, c, slope } = chain.curve(1.2, 10, 50);
		expect([x.length, x[0], x.at(-1), c.at(-1), slope[0]]).toEqual([
			50,
			1.2,
			10,
			chain.forward(10).c,
			chain.slope(1.2),
		]);
		expect(chain.curve(1, 10, 2).x).toEqual([1, 10]);
	});
});

describe("the non-linear chain backward", () => {
	it("takes Newton's step, Δx = (c − y)·c·x", () => {
		fc.assert(
			fc.property(start, label, (x, y) => {
				const values = chain.forward(x);
				expectAgreement(
					chain.backward(x, values, y).deltaX,
					(values.c - y) * values.c * x,
					onePass,
				);
			}),
		);
	});

	it("gives zeros, not NaN, at x = 1", () => {
		const { deltaC, ...rest } = chain.backward(1, chain.forward(1), 1.8);
		expect(deltaC).toBe(-1.8);
		expect(Object.values(rest).every((delta) => delta === 0)).toBe(true);
	});

	it("follows the values it is given, not those of x", () => {
		expect(chain.backward(2, { a: 10, b: 4, c: 3 }, 1)).toEqual({
			deltaC: 2,
			deltaB: 8,
			deltaA: 80,
			deltaX: 20,
		});
	});

	it("goes to 1.1 when a step ends below 1, and only then", () => {
		expect([
			chain.nextX(2, 1.5),
			chain.update(2, 1.5),
			chain.update(2, 1),
			chain.update(2, -1),
		]).toEqual([0.5, 1.1, 1, 3]);
	});
});

describe("the game", () => {
	it("ends within 8 rounds at the exact x for labels from 0.5 to 2.14", () => {
		fc.assert(
			fc.property(start, label, (x, y) => {
				const run = chain.solve(x, y, 1e-3, 20);
				expect([run.converged, run.rounds <= 8, run.trace.length]).toEqual([
					true,
					true,
					run.rounds,
				]);
				expect(Math.abs(run.c - y)).toBeLessThan(1e-3);
				expect(run.x).toBe(run.trace.at(-1)?.x);
			}),
		);
	});

	it("tests before it updates: a start that is solved stays", () => {
		expect(chain.solve(10, 2.145, 1e-3, 20)).toMatchObject({
			x: 10,
			rounds: 1,
			converged: true,
		});
	});

	it("returns the updated x, and c of the last forward pass, when it runs out of rounds", () => {
		const run = chain.solve(2, 2.13, 1e-3, 1);
		expect(run).toMatchObject({
			rounds: 1,
			converged: false,
			c: chain.forward(2).c,
		});
		expect(run.x).toBeCloseTo(4.243178, 6);
	});

	it("finds the exact solution to nine digits when asked to", () => {
		expectAgreement(chain.solve(2, 2.13, 1e-9, 20).x, chain.inverse(2.13), {
			absolute: 1e-7,
			relative: 0,
		});
	});

	const text = wrong<number>("1");
	const values = chain.forward(2);
	itRefuses([
		[
			"x below 1",
			() => chain.forward(0.9),
			RangeError,
			"x must be at least 1, got 0.9",
		],
		[
			"x that is NaN",
			() => chain.slope(Number.NaN),
			RangeError,
			"x must be at least 1, got NaN",
		],
		[
			"x of text",
			() => chain.localDerivatives(text),
			TypeError,
			"x must be a number, got string",
		],
		[
			"a negative label to invert",
			() => chain.inverse(-1),
			RangeError,
			"y must be at least 0, got -1",
		],
		[
			"a label of text to invert",
			() => chain.inverse(text),
			TypeError,
			"y must be a number, got string",
		],
		[
			"a curve from below 1",
			() => chain.curve(0.5, 10, 3),
			RangeError,
			"from must be at least 1, got 0.5",
		],
		[
			"a curve to below 1",
			() => chain.curve(1, 0.5, 3),
			RangeError,
			"to must be at least 1, got 0.5",
		],
		[
			"a curve of one point",
			() => chain.curve(1, 2, 1),
			RangeError,
			"n must be a whole number of at least 2, got 1",
		],
		[
			"to go back from text",
			() => chain.backward(text, values, 1),
			TypeError,
			"x must be a number, got string",
		],
		[
			"to go back to text",
			() => chain.backward(2, values, text),
			TypeError,
			"y must be a number, got string",
		],
		[
			"to go back without values",
			() => chain.backward(2, wrong(undefined), 1),
			TypeError,
			"values.a must be a number, got undefined",
		],
		[
			"to go back without b",
			() => chain.backward(2, wrong({ a: 1, c: 1 }), 1),
			TypeError,
			"values.b must be a number, got undefined",
		],
		[
			"to go back without c",
			() => chain.backward(2, wrong({ a: 1, b: 1 }), 1),
			TypeError,
			"values.c must be a number, got undefined",
		],
		[
			"a step from text",
			() => chain.nextX(text, 1),
			TypeError,
			"x must be a number, got string",
		],
		[
			"a step of text",
			() => chain.update(1, text),
			TypeError,
			"deltaX must be a number, got string",
		],
		[
			"a start below 1",
			() => chain.solve(0, 1, 1e-3, 20),
			RangeError,
			"x must be at least 1, got 0",
		],
		[
			"a game to text",
			() => chain.solve(2, text, 1e-3, 20),
			TypeError,
			"y must be a number, got string",
		],
		[
			"an error of text",
			() => chain.solve(2, 1, text, 20),
			TypeError,
			"error must be a number, got string",
		],
		[
			"a game of no rounds",
			() => chain.solve(2, 1, 1e-3, 0),
			RangeError,
			"maxRounds must be a whole number of at least 1, got 0",
		],
	]);
});
