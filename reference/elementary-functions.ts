import {
	assertCount,
	assertFunction,
	assertNumber,
} from "./assert-arguments.ts";

/** Metres fallen after t seconds at g m/s²: h = ½gt²; no mass in it. Source: FN-01. @throws TypeError unless g and t are numbers */
export function freeFall(g: number, t: number): number {
	assertNumber(g, "g");
	assertNumber(t, "t");
	return (g * t * t) / 2;
}

/** Evaluates ax + b. Source: FN-02. @throws TypeError unless they are numbers */
export function linear(a: number, b: number, x: number): number {
	assertNumber(a, "a");
	assertNumber(b, "b");
	assertNumber(x, "x");
	return a * x + b;
}

/** Evaluates ax² + bx + c. Source: FN-03. @throws TypeError unless they are numbers */
export function quadratic(a: number, b: number, c: number, x: number): number {
	assertNumber(c, "c");
	return linear(linear(a, b, x), c, x);
}

/**
 * Turning point of the parabola ax² + bx + c: the least value for a > 0, the greatest for a < 0. Source: FN-03.
 *
 * @throws TypeError unless they are numbers; RangeError when a is 0
 */
export function vertex(
	a: number,
	b: number,
	c: number,
): { x: number; y: number } {
	if (a === 0) throw new RangeError("a must not be 0: a line has no vertex");
	const x = -b / (2 * a);
	return { x, y: quadratic(a, b, c, x) };
}

/**
 * Density of the normal distribution with mean mu and standard deviation sigma, per unit of x. Source: FN-05.
 *
 * @throws TypeError unless they are numbers; RangeError unless sigma > 0
 */
export function normalDensity(x: number, mu: number, sigma: number): number {
	assertNumber(x, "x");
	assertNumber(mu, "mu");
	assertNumber(sigma, "sigma");
	if (!(sigma > 0))
		throw new RangeError(`sigma must be greater than 0, got ${sigma}`);
	const distance = (x - mu) / sigma;
	return (
		Math.exp((-distance * distance) / 2) / (sigma * Math.sqrt(2 * Math.PI))
	);
}

/**
 * First n terms of a sequence in which each follows from the one before: aₖ₊₁ = ratio·aₖ + shift. Source: FN-07.
 *
 * @returns n values, `first` included; none for n = 0
 * @throws TypeError unless they are numbers; RangeError unless n is a whole number of at least 0
 * @example recurrence(1, 2, 3, 3) // [1, 5, 13]
 */
export function recurrence(
	first: number,
	ratio: number,
	shift: number,
	n: number,
): number[] {
	assertNumber(first, "first");
	assertNumber(ratio, "ratio");
	assertNumber(shift, "shift");
	assertCount(n, "n");
	const terms: number[] = [];
	for (let term = first; terms.length < n; term = ratio * term + shift)
		terms.push(term);
	return terms;
}

/**
 * Σ term(k) over the whole numbers k = from … to, both inclusive; 0 when to < from. Source: FN-08.
 *
 * @throws TypeError unless from and to are numbers and term is a function
 */
export function sumOver(
	from: number,
	to: number,
	term: (k: number) => number,
): number {
	assertNumber(from, "from");
	assertNumber(to, "to");
	assertFunction(term, "term");
	let total = 0;
	for (let k = from; k <= to; k++) total += term(k);
	return total;
}
