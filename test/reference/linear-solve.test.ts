import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gradients } from "../../reference/linear-graph.ts";
import {
	exactB,
	factors,
	fixedRate,
	solve,
} from "../../reference/linear-solve.ts";
import { expectAgreement, longRun } from "./agreement.ts";
import { itRefuses, type Refusal, wrong } from "./refusal.ts";

describe("iterating b", () => {
	it("reaches the exact root from any start right of the vertex", () => {
		fc.assert(
			fc.property(
				fc.double({ min: -5, max: 10, noNaN: true }),
				fc.double({ min: 0.5, max: 10, noNaN: true }),
				fc.double({ min: 1, max: 300, noNaN: true }),
				(w, right, above) => {
					const vertex = -(4 * w + 3) / 12;
					const target = (2 * w + 3 * vertex) * (2 * vertex + 1) + above;
					const run = solve("b", "fresh", w, vertex + right, target, 1e-8, 20);
					expect(run.converged).toBe(true);
					expect(run.w).toBe(w);
					expectAgreement(run.b, exactB(w, target).b, longRun);
				},
			),
		);
	});

	it("counts updates, not passes, and needs an error strictly below the bound", () => {
		const met = solve("b", "fresh", 3, 4, 162, 1e-5, 100);
		expect([met.updates, met.steps.length, met.converged]).toEqual([
			0,
			1,
			true,
		]);
		expect(solve("b", "fresh", 3, 4, 150, 12, 100).updates).toBe(1);
		expect(solve("b", "fresh", 3, 4, 150, 1e-5, 2)).toMatchObject({
			updates: 2,
			converged: false,
		});
	});
});

describe("a run that cannot go on", () => {
	it("ends where a factor it divides by is 0", () => {
		expect(solve("b", "fresh", 3, -1.25, 150, 1e-5, 9)).toMatchObject({
			updates: 0,
			converged: false,
		});
		expect(solve("wb", "fixed", 3, -0.5, 150, 1e-5, 9).updates).toBe(0);
		expect(solve("b", "fixed", 3, -0.5, 150, 1e-5, 1).updates).toBe(1);
	});

	it("ends when the error overflows", () => {
		const run = solve("b", "fixed", 3, 4, 2000, 1e-5, 100);
		expect([run.updates, run.converged, run.z]).toEqual([
			10,
			false,
			Number.POSITIVE_INFINITY,
		]);
		expect(Number.isFinite(run.b)).toBe(true);
	});
});

describe("iterating w and b", () => {
	it("divides by the graph's derivatives", () => {
		const { factorW, factorB } = factors(18, 9);
		expect({ dzdw: factorW, dzdb: factorB }).toEqual({ dzdw: 18, dzdb: 63 });
		expect(gradients(3, 4)).toMatchObject({ dzdw: 18, dzdb: 63 });
	});

	it("keeps the first factors in fixed mode only", () => {
		const [, second, third] = solve("wb", "fixed", 3, 4, 150, 1e-5, 9).steps;
		expectAgreement(
			(second?.b ?? 0) - (third?.b ?? 0),
			(second?.deltaZ ?? 0) / 2 / 63,
			longRun,
		);
	});
});

describe("a fixed factor", () => {
	it("multiplies the last errors of a run by its rate", () => {
		const { b } = exactB(3, 300);
		const rate = fixedRate(63, gradients(3, b).dzdb);
		const { steps } = solve("b", "fixed", 3, 4, 300, 1e-9, 100);
		const [before, after] = steps.slice(-2);
		const measured = ((after?.b ?? 0) - b) / ((before?.b ?? 0) - b);
		expect(measured).toBeCloseTo(rate, 4);
	});

	it("has a rate below 1 in size for slopes strictly between 0 and twice the factor", () => {
		const isBelowOne = (slope: number) => Math.abs(fixedRate(60, slope)) < 1;
		expect([-1, 0, 1, 60, 119, 120, 121].map(isBelowOne)).toEqual([
			false,
			false,
			true,
			true,
			true,
			false,
			false,
		]);
		expect(fixedRate(63, 126)).toBe(-1);
		expect(fixedRate(-40, -60)).toBe(-0.5);
	});
});

describe("solving the linear graph", () => {
	const text = wrong<number>("1");
	const notANumber = (name: string, run: () => unknown): Refusal => [
		`${name} of text`,
		run,
		TypeError,
		`${name} must be a number, got string`,
	];
	itRefuses([
		notANumber("x", () => factors(text, 1)),
		notANumber("y", () => factors(1, text)),
		notANumber("w", () => solve("b", "fresh", text, 4, 150, 1, 1)),
		notANumber("b", () => solve("b", "fresh", 3, text, 150, 1, 1)),
		notANumber("target", () => solve("b", "fresh", 3, 4, text, 1, 1)),
		notANumber("error", () => solve("b", "fresh", 3, 4, 150, text, 1)),
		notANumber("share", () => solve("b", "fresh", 3, 4, 150, 1, 1, text)),
		[
			"a limit below 0",
			() => solve("b", "fresh", 3, 4, 150, 1, -1),
			RangeError,
			"maxUpdates must be a whole number of at least 0, got -1",
		],
		notANumber("w", () => exactB(text, 1)),
		notANumber("target", () => exactB(1, text)),
		[
			"a target below the least z",
			() => exactB(3, -10),
			RangeError,
			"no b reaches -10 when w is 3",
		],
		notANumber("firstFactor", () => fixedRate(text, 1)),
		notANumber("slopeAtRoot", () => fixedRate(1, text)),
		[
			"a factor of 0",
			() => fixedRate(0, 5),
			RangeError,
			"firstFactor is 0, so there is no update",
		],
	]);
});
