import {
	assertCount,
	assertFunction,
	assertLength,
	assertNotEmpty,
	assertNumber,
	assertVector,
} from "./assert-arguments.ts";
import type { Vector } from "./vector.ts";

/** Makes one update of one variable, x − η·slope. Source: GD-01. @throws TypeError unless all are numbers */
export function gdStep(x: number, slope: number, eta: number): number {
	assertNumber(x, "x");
	assertNumber(slope, "slope");
	assertNumber(eta, "eta");
	return x - eta * slope;
}

/**
 * Gradient descent in one variable: updates while f(x) > stop, at most `maxUpdates` times. A value that is NaN is not at the goal. Source: GD-04.
 *
 * @param eta rate; negative climbs
 * @returns `xs` and `js` = f(xs): updates + 1 values, the start first; `converged` tells whether the last value is ≤ stop
 * @throws TypeError for other than two functions and numbers; RangeError unless `maxUpdates` is a whole number of at least 0
 * @example descend((x) => x * x, (x) => 2 * x, 1.2, 0.3, 1e-3, 100).updates // 4
 */
export function descend(
	f: (x: number) => number,
	df: (x: number) => number,
	x0: number,
	eta: number,
	stop: number,
	maxUpdates: number,
): { xs: number[]; js: number[]; updates: number; converged: boolean } {
	assertNumber(x0, "x0");
	assertRun(f, df, eta, stop, maxUpdates);
	let x = x0;
	let j = f(x);
	const xs = [x];
	const js = [j];
	while (!(j <= stop) && xs.length <= maxUpdates) {
		x = gdStep(x, df(x), eta);
		j = f(x);
		xs.push(x);
		js.push(j);
	}
	return { xs, js, updates: xs.length - 1, converged: j <= stop };
}

/**
 * Gradient descent in n variables: all of them move at once, from the slopes at the old point; stops when f < stop (strictly), at the latest
 * after `maxUpdates` updates. Source: GD-05, GD-08.
 *
 * @param g the gradient: n values
 * @param start n values
 * @param eta rate; negative climbs
 * @returns `points` and `values` = f(points): updates + 1 of each, the start first; f and g get arrays of their own
 * @throws TypeError for other than two functions, an array of numbers and numbers; RangeError when g does not return n values, or unless
 *   `maxUpdates` is a whole number of at least 0
 */
export function descendN(
	f: (p: number[]) => number,
	g: (p: number[]) => Vector,
	start: Vector,
	eta: number,
	stop: number,
	maxUpdates: number,
): {
	points: number[][];
	values: number[];
	updates: number;
	converged: boolean;
} {
	assertVector(start, "start");
	assertRun(f, g, eta, stop, maxUpdates);
	let point = [...start];
	let value = f([...point]);
	const points = [point];
	const values = [value];
	while (!(value < stop) && points.length <= maxUpdates) {
		point = gdStepN(point, g([...point]), eta);
		value = f([...point]);
		points.push(point);
		values.push(value);
	}
	return {
		points,
		values,
		updates: points.length - 1,
		converged: value < stop,
	};
}

/**
 * Descends from every start and keeps the end where f is least; on a tie the earlier start. Runs whose x or f(x) is not finite are left out.
 * Source: GD-09.
 *
 * @param starts at least one
 * @param steps updates of each run
 * @throws TypeError for other than two functions, an array of numbers and numbers; RangeError when there are no starts or no run ends in finite
 *   numbers, or unless `steps` is a whole number of at least 0
 */
export function bestOf(
	f: (x: number) => number,
	df: (x: number) => number,
	starts: Vector,
	eta: number,
	steps: number,
): { x: number; value: number; start: number } {
	assertVector(starts, "starts");
	assertNotEmpty(starts, "starts");
	const ends = starts.map((start) => {
		const run = descend(f, df, start, eta, Number.NEGATIVE_INFINITY, steps);
		const [x = start, value = f(start)] = [run.xs.at(-1), run.js.at(-1)];
		return { x, value, start };
	});
	const [first, ...others] = ends.filter(
		({ x, value }) => Number.isFinite(x) && Number.isFinite(value),
	);
	if (!first) throw new RangeError("no run ends in finite numbers");
	return others.reduce(
		(best, end) => (end.value < best.value ? end : best),
		first,
	);
}

/** Makes one update of n variables, p − η·gradient, as n new values. Source: GD-08. @throws TypeError for other than arrays of numbers and a number; RangeError when the lengths differ */
export function gdStepN(p: Vector, gradient: Vector, eta: number): number[] {
	assertVector(p, "p");
	assertVector(gradient, "gradient");
	assertLength(gradient, p.length, "gradient");
	assertNumber(eta, "eta");
	// The assertion is safe: both have the same length and no holes.
	return p.map((entry, i) => entry - eta * (gradient[i] as number));
}

function assertRun(
	f: unknown,
	slope: unknown,
	eta: number,
	stop: number,
	maxUpdates: number,
): void {
	assertFunction(f, "f");
	assertFunction(slope, "the slope of f");
	assertNumber(eta, "eta");
	assertNumber(stop, "stop");
	assertCount(maxUpdates, "maxUpdates");
}
