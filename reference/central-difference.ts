import {
	assertFunction,
	assertNumber,
	assertVector,
} from "./assert-arguments.ts";
import { norm, subtract, type Vector } from "./vector.ts";

/**
 * Forward difference quotient (f(x + h) − f(x))/h; its error is about h·f″/2. Calls f twice. Source: DE-01.
 *
 * @param h step in the unit of x, not 0; may be negative
 * @throws TypeError for other than a function and numbers; RangeError when h is 0 or not finite
 */
export function forwardDifference(
	f: (x: number) => number,
	x: number,
	h: number,
): number {
	assertQuotient(f, h);
	assertNumber(x, "x");
	return (f(x + h) - f(x)) / h;
}

/**
 * Central difference quotient (f(x + h) − f(x − h))/(2h); its error is about h²·f‴/6. Calls f twice. Source: DE-01.
 *
 * @param h step in the unit of x, not 0; may be negative
 * @throws TypeError for other than a function and numbers; RangeError when h is 0 or not finite
 */
export function centralDifference(
	f: (x: number) => number,
	x: number,
	h: number,
): number {
	assertQuotient(f, h);
	assertNumber(x, "x");
	return (f(x + h) - f(x - h)) / (2 * h);
}

/**
 * Numeric gradient: the central difference in each variable, the others held fixed. Calls f 2n times, each time with an array of its own.
 * Source: DE-07, DE-16.
 *
 * @param p n values, the point
 * @param h step, not 0; 1e-5 suits values near 1
 * @returns n slopes, ∂f/∂pᵢ
 * @throws TypeError for other than a function, an array of numbers and a number; RangeError when h is 0 or not finite
 */
export function numericGradient(
	f: (p: number[]) => number,
	p: Vector,
	h: number,
): number[] {
	assertQuotient(f, h);
	assertVector(p, "p");
	return p.map((center, i) =>
		centralDifference(
			(x) => f(p.map((entry, j) => (j === i ? x : entry))),
			center,
			h,
		),
	);
}

/**
 * How far two gradients are apart, |a − b|/(|a| + |b|), in [0, 1]; 0 when both are zero. Source: MX-05 (gradient check).
 *
 * @throws TypeError unless both are arrays of numbers; RangeError when their lengths differ
 */
export function relativeDifference(a: Vector, b: Vector): number {
	const difference = norm(subtract(a, b));
	return difference === 0 ? 0 : difference / (norm(a) + norm(b));
}

function assertQuotient(f: unknown, h: number): void {
	assertFunction(f, "f");
	assertNumber(h, "h");
	if (h === 0 || !Number.isFinite(h))
		throw new RangeError(`h must be finite and not 0, got ${h}`);
}
