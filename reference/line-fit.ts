import {
	assertCount,
	assertLength,
	assertNotEmpty,
	assertNumber,
	assertVector,
} from "./assert-arguments.ts";
import { mse } from "./losses.ts";
import { dot, sum, type Vector } from "./vector.ts";

/** A straight line y = w·x + b. */
export interface Line {
	w: number;
	b: number;
}

/**
 * Best intercept for a given slope, b = (1/m) Σ (yᵢ − w·xᵢ). Source: RG-02.
 *
 * @param xs m values, m ≥ 1; `ys` as many, same order
 * @throws TypeError for other than arrays of numbers and a number; RangeError when the lengths differ or are zero
 */
export function intercept(xs: Vector, ys: Vector, w: number): number {
	assertPoints(xs, ys);
	assertNumber(w, "w");
	return (sum(ys) - w * sum(xs)) / xs.length;
}

/**
 * Slope of the least-squares line by means, w = Σ xᵢ(yᵢ − ȳ) / Σ xᵢ(xᵢ − x̄). Source: RG-03.
 *
 * @throws TypeError for other than arrays of numbers; RangeError when the lengths differ or fewer than two x differ
 */
export function slopeByMeans(xs: Vector, ys: Vector): number {
	assertSpread(xs, ys);
	const xMean = mean(xs);
	const yMean = mean(ys);
	return (
		dot(
			xs,
			ys.map((y) => y - yMean),
		) /
		dot(
			xs,
			xs.map((x) => x - xMean),
		)
	);
}

/** The same slope by sums, w = (mΣxy − ΣxΣy) / (mΣx² − (Σx)²). Source: RG-03. @throws TypeError and RangeError as {@link slopeByMeans} */
export function slopeBySums(xs: Vector, ys: Vector): number {
	assertSpread(xs, ys);
	const m = xs.length;
	return (
		(m * dot(xs, ys) - sum(xs) * sum(ys)) / (m * dot(xs, xs) - sum(xs) ** 2)
	);
}

/** The least-squares line. Source: RG-02, RG-03. @throws TypeError and RangeError as {@link slopeByMeans} @example fitLine([1, 2], [4, 7]) // { w: 3, b: 1 } */
export function fitLine(xs: Vector, ys: Vector): Line {
	const w = slopeByMeans(xs, ys);
	return { w, b: intercept(xs, ys, w) };
}

/** Value of the line at x, w·x + b. Source: RG-04. @throws TypeError unless x is a number */
export function valueOnLine({ w, b }: Line, x: number): number {
	assertNumber(x, "x");
	return w * x + b;
}

/** Cost of a line, J = 1/(2m) Σ (w·xᵢ + b − yᵢ)². Source: RG-06. @throws TypeError for other than arrays of numbers and numbers; RangeError when the lengths differ or are zero */
export function lineCost(xs: Vector, ys: Vector, { w, b }: Line): number {
	assertPoints(xs, ys);
	return mse(
		xs.map((x) => w * x + b),
		ys,
	);
}

/** Slopes of {@link lineCost}: dw = (1/m) Σ eᵢxᵢ and db = (1/m) Σ eᵢ with eᵢ = w·xᵢ + b − yᵢ. Source: RG-09. @throws TypeError and RangeError as there */
export function lineGradients(
	xs: Vector,
	ys: Vector,
	{ w, b }: Line,
): { dw: number; db: number } {
	assertPoints(xs, ys);
	const errors = xs.map((x, i) => w * x + b - (ys[i] as number)); // same length, checked
	return { dw: dot(errors, xs) / xs.length, db: mean(errors) };
}

/** How a descent on a line's cost ended. */
export type DescentStatus = "converged" | "max steps" | "diverged";

/** A cost beyond this many times (1 + the first cost) counts as diverged. */
const divergence = 1e6;

/**
 * Gradient descent on {@link lineCost}. Before each step, in this order: a cost that is not finite or above 10⁶·(1 + the first cost) ends it as
 * "diverged", two slopes smaller than `tol` in size as "converged", `maxSteps` steps as "max steps". Source: RG-09, MX-02.
 *
 * @returns the line at the end; `costs` before the first step and after each; `slopes` the greater size of the two slopes at each of these places
 * @throws TypeError for wrong kinds of arguments; RangeError for no points, lengths that differ or a limit that is no count
 */
export function descendLine(
	xs: Vector,
	ys: Vector,
	start: Line,
	eta: number,
	maxSteps: number,
	tol: number,
): Line & {
	costs: number[];
	slopes: number[];
	steps: number;
	status: DescentStatus;
} {
	assertNumber(eta, "eta");
	assertNumber(tol, "tol");
	assertCount(maxSteps, "maxSteps");
	let line = { w: start.w, b: start.b };
	const costs: number[] = [];
	const slopes: number[] = [];
	for (;;) {
		const cost = lineCost(xs, ys, line);
		const { dw, db } = lineGradients(xs, ys, line);
		const slope = Math.max(Math.abs(dw), Math.abs(db));
		costs.push(cost);
		slopes.push(slope);
		const steps = costs.length - 1;
		const end = (status: DescentStatus) => ({
			...line,
			costs,
			slopes,
			steps,
			status,
		});
		const limit = divergence * (1 + (costs[0] as number)); // pushed just above
		if (!Number.isFinite(cost) || cost > limit) return end("diverged");
		if (slope < tol) return end("converged");
		if (steps === maxSteps) return end("max steps");
		line = { w: line.w - eta * dw, b: line.b - eta * db };
	}
}

/**
 * Shape of the cost bowl: the matrix of its second derivatives [[mean of x², x̄], [x̄, 1]], which no y changes, and its eigenvalues. Source: RG-08.
 *
 * @returns `axisRatio` √(λ_max/λ_min) of the contours, 1 for circles and Infinity when all x are equal (then λ_min is 0)
 * @throws TypeError unless xs is an array of numbers; RangeError when it is empty
 */
export function costShape(xs: Vector): {
	hessian: [[number, number], [number, number]];
	eigenvalues: [greater: number, smaller: number];
	axisRatio: number;
} {
	assertVector(xs, "xs");
	assertNotEmpty(xs, "xs");
	const xMean = mean(xs);
	const squareMean = dot(xs, xs) / xs.length;
	const variance = dot(
		xs.map((x) => x - xMean),
		xs.map((x) => x - xMean),
	);
	const root = Math.hypot(squareMean - 1, 2 * xMean);
	const greater = (squareMean + 1 + root) / 2;
	// The determinant, mean of x² − x̄², is the variance; so no digits cancel.
	const smaller = isConstant(xs) ? 0 : variance / xs.length / greater;
	return {
		hessian: [
			[squareMean, xMean],
			[xMean, 1],
		],
		eigenvalues: [greater, smaller],
		axisRatio: Math.sqrt(greater / smaller),
	};
}

/** Largest learning rate short of which descent on {@link lineCost} converges, 2/λ_max. Source: RG-09. @throws TypeError and RangeError as {@link costShape} */
export function largestStableRate(xs: Vector): number {
	return 2 / costShape(xs).eigenvalues[0];
}

/**
 * Standardises x, (x − x̄)/σ with σ² the mean square deviation: the cost's contours become circles. Source: RG-08, PP-01.
 *
 * @throws TypeError unless xs is an array of numbers; RangeError when fewer than two differ
 */
export function circleX(xs: Vector): number[] {
	assertSpread(xs, xs);
	const xMean = mean(xs);
	const centred = xs.map((x) => x - xMean);
	const sigma = Math.sqrt(dot(centred, centred) / xs.length);
	return centred.map((x) => x / sigma);
}

/** Costs of all lines of a grid: one row for each b, one column for each w. Source: RG-06. @throws TypeError and RangeError as {@link lineCost} */
export function costGrid(
	xs: Vector,
	ys: Vector,
	ws: Vector,
	bs: Vector,
): number[][] {
	assertVector(ws, "ws");
	assertVector(bs, "bs");
	return bs.map((b) => ws.map((w) => lineCost(xs, ys, { w, b })));
}

/**
 * Collects cells of nearly equal loss, as one does by hand: row by row, each cell not yet used opens a group and takes every unused cell v whose
 * distance from its own loss u is at most tol·max(|u|, |v|). Source: RG-07.
 *
 * @param grid rows × columns of losses
 * @param tol relative, e.g. 0.02
 * @returns the groups in the order in which they were opened; a cell's number is row·columns + column, ascending
 * @throws TypeError unless grid is a matrix and tol a number; RangeError when rows differ in length
 */
export function levelGroups(grid: readonly Vector[], tol: number): number[][] {
	assertNumber(tol, "tol");
	for (const row of grid) {
		assertVector(row, "a row of grid");
		assertLength(row, grid[0]?.length ?? 0, "every row of grid");
	}
	const cells = grid.flat();
	const isUsed = cells.map(() => false);
	const groups: number[][] = [];
	for (const [start, u] of cells.entries()) {
		if (isUsed[start]) continue;
		const group: number[] = [];
		for (const [cell, v] of cells.entries()) {
			const isNear =
				Math.abs(u - v) <= tol * Math.max(Math.abs(u), Math.abs(v));
			if (isUsed[cell] || !isNear) continue;
			isUsed[cell] = true;
			group.push(cell);
		}
		groups.push(group);
	}
	return groups;
}

function mean(values: Vector): number {
	return sum(values) / values.length;
}

function isConstant(xs: Vector): boolean {
	return xs.every((x) => x === xs[0]);
}

function assertPoints(xs: Vector, ys: Vector): void {
	assertVector(xs, "xs");
	assertVector(ys, "ys");
	assertNotEmpty(xs, "xs");
	assertLength(ys, xs.length, "ys");
}

function assertSpread(xs: Vector, ys: Vector): void {
	assertPoints(xs, ys);
	if (isConstant(xs))
		throw new RangeError("xs must hold at least two different numbers");
}
