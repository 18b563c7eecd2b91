import { describe, expect, it } from "vitest";
import { numericGradient } from "../../reference/central-difference.ts";
import * as line from "../../reference/line-fit.ts";
import { createRandom } from "../../reference/random.ts";
import { expectAgreement, longRun, onePass, quotient } from "./agreement.ts";
import { itRefuses, wrong } from "./refusal.ts";

/** RG-04: thousand servers and kilowatts. */
const servers = {
	xs: [0.05, 0.12, 0.2, 0.28, 0.35, 0.47, 0.55, 0.66, 0.78, 0.92],
	ys: [3.04, 3.31, 3.35, 3.62, 3.64, 3.99, 4.05, 4.38, 4.51, 4.87],
};
/** RG-05: x = 0, 0.1, …, 1. */
const tenths = Array.from({ length: 11 }, (_, i) => i / 10);
const on = (w: number, b: number) => tenths.map((x) => w * x + b);

describe("the least-squares line", () => {
	it("gives the numbers of RG-02 and RG-04", () => {
		expect(line.fitLine([1, 2, 3, 4], [4, 7, 10, 13])).toEqual({ w: 3, b: 1 });
		const { xs, ys } = servers;
		const fitted = line.fitLine(xs, ys);
		expectAgreement(
			fitted,
			{ w: 2.0204471825375734, b: 2.9910441340485425 },
			onePass,
		);
		expectAgreement(line.slopeBySums(xs, ys), 2.0204471825375734, onePass);
		expectAgreement(
			line.lineCost(xs, ys, fitted),
			0.0014942556694460716,
			onePass,
		);
		expectAgreement(
			line.valueOnLine(fitted, 0.346),
			3.690118859206543,
			onePass,
		);
	});

	it("leaves residuals that sum to 0 and are orthogonal to x", () => {
		const { between, integer } = createRandom("residuals");
		for (let n = 0; n < 20; n++) {
			const xs = Array.from({ length: integer(2, 30) }, () => between(-5, 5));
			const ys = xs.map(() => between(-5, 5));
			const { dw, db } = line.lineGradients(xs, ys, line.fitLine(xs, ys));
			expect(Math.abs(dw)).toBeLessThan(1e-9);
			expect(Math.abs(db)).toBeLessThan(1e-9);
		}
	});

	itRefuses([
		[
			"x that are all equal",
			() => line.slopeBySums([2, 2], [1, 3]),
			RangeError,
			"xs must hold at least two different numbers",
		],
		[
			"lists of different lengths",
			() => line.slopeByMeans([1, 2], [1]),
			RangeError,
			"ys must have length 2, got 1",
		],
		[
			"no points",
			() => line.intercept([], [], 1),
			RangeError,
			"xs must not be empty",
		],
		[
			"a slope that is no number",
			() => line.intercept([1], [1], wrong("1")),
			TypeError,
			"w must be a number, got string",
		],
	]);
});

describe("the cost of a line", () => {
	it("gives the numbers of RG-05, RG-06 and RG-08", () => {
		const target = on(3, 1);
		const costs = [0, 0.5, 1, 1.5, 2].map((b) =>
			line.lineCost(tenths, target, { w: 3, b }),
		);
		expectAgreement(costs, [0.5, 0.125, 0, 0.125, 0.5], onePass);
		expectAgreement(
			line.costGrid(tenths, target, [2, 2.5, 3.5, 4], [1])[0],
			[0.175, 0.04375, 0.04375, 0.175],
			onePass,
		);
		expectAgreement(
			line.lineGradients(tenths, target, { w: 2, b: 0.5 }),
			{ dw: -0.6, db: -1 },
			onePass,
		);
		expectAgreement(
			line.costShape(tenths),
			{
				hessian: [
					[0.35, 0.5],
					[0.5, 1],
				],
				eigenvalues: [1.2713430220938282, 0.07865697790617188],
				axisRatio: 4.0203396371782665,
			},
			onePass,
		);
		const centred = tenths.map((x) => x - 0.5);
		expectAgreement(
			line.costShape(centred).axisRatio,
			3.1622776601683786,
			onePass,
		);
		expectAgreement(line.costShape(line.circleX(tenths)).axisRatio, 1, onePass);
		expectAgreement(line.circleX(tenths)[0], -1.5811388300841895, onePass);
		expect(line.costShape([0.1, 0.1, 0.1]).axisRatio).toBe(
			Number.POSITIVE_INFINITY,
		);
	});

	it("has the slopes that central differences give", () => {
		const { xs, ys } = servers;
		const { dw, db } = line.lineGradients(xs, ys, { w: 0.7, b: -1.2 });
		expectAgreement(
			[dw, db],
			numericGradient(
				([w = 0, b = 0]) => line.lineCost(xs, ys, { w, b }),
				[0.7, -1.2],
				1e-5,
			),
			quotient,
		);
	});

	it("is collected into the groups of RG-07, zero cells together whatever the tolerance", () => {
		const grid = [
			[4, 1, 4.01],
			[1.005, 0, 1],
			[3.99, 1, 4],
		];
		expect(line.levelGroups(grid, 0.02)).toEqual([
			[0, 2, 6, 8],
			[1, 3, 5, 7],
			[4],
		]);
		expect(line.levelGroups([[0, 1, 0]], 0)).toEqual([[0, 2], [1]]);
		expect(line.levelGroups([], 0.1)).toEqual([]);
		// The middle one is near both others, and taken once.
		expect(line.levelGroups([[1, 1.015, 1.03]], 0.02)).toEqual([[0, 1], [2]]);
	});

	itRefuses([
		[
			"to standardise x that are all equal",
			() => line.circleX([3, 3, 3]),
			RangeError,
			"xs must hold at least two different numbers",
		],
		[
			"a shape without x",
			() => line.costShape([]),
			RangeError,
			"xs must not be empty",
		],
		[
			"a grid with rows of different lengths",
			() => line.levelGroups([[1, 2], [3]], 0.1),
			RangeError,
			"every row of grid must have length 2, got 1",
		],
	]);
});

describe("descent on the cost of a line", () => {
	const { xs, ys } = servers;
	const run = (eta: number, maxSteps: number, tol: number) =>
		line.descendLine(xs, ys, { w: 0, b: 0 }, eta, maxSteps, tol);

	it("gives the numbers of RG-09", () => {
		const { w, b, costs } = run(0.5, 1, 1e-9);
		expectAgreement({ w, b }, { w: 0.92493, b: 1.938 }, onePass);
		expectAgreement(costs, [7.66691, 1.221551360664542], onePass);
		expectAgreement(
			run(0.5, 100, 1e-9).costs.at(-1),
			0.0015116175897237666,
			longRun,
		);
		const { steps, status, ...last } = run(0.5, 5000, 1e-12);
		expect(status).toBe("converged");
		expectAgreement(
			[last.w, last.b],
			[2.0204471825375676, 2.9910441340485456],
			longRun,
		);
		expect(last.costs).toHaveLength(steps + 1);
	});

	it("says that a rate above the stable limit diverges", () => {
		const { status, costs } = run(1.8, 50, 1e-9);
		expect(status).toBe("diverged");
		expectAgreement(
			[costs[1], costs[10]],
			[10.459337565940464, 171.96060231145768],
			longRun,
		);
		const limit = line.largestStableRate(xs);
		expect(limit).toBeLessThan(1.8);
		expect(run(limit * 0.99, 2000, 1e-6).status).toBe("converged");
		expect(run(limit * 1.01, 5000, 1e-6).status).toBe("diverged");
	});

	it("stops at once where it is good already, or where no step is allowed", () => {
		expect(
			line.descendLine([1, 2], [4, 7], { w: 3, b: 1 }, 0.1, 5, 1e-9),
		).toMatchObject({ steps: 0, status: "converged" });
		expect(run(0.5, 0, 1e-9)).toMatchObject({ steps: 0, status: "max steps" });
	});

	itRefuses([
		[
			"half a step",
			() => run(0.5, 0.5, 1),
			RangeError,
			"maxSteps must be a whole number of at least 0, got 0.5",
		],
	]);
});
