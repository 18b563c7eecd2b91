import { assertCount, assertNumber } from "./assert-arguments.ts";

/** The values of the chain a = x², b = ln a, c = √b. */
export interface ChainValues {
	a: number;
	b: number;
	c: number;
}

/** What is handed back through the chain: by how much each value should fall for c to become the label. */
export interface ChainDeltas {
	deltaC: number;
	deltaB: number;
	deltaA: number;
	deltaX: number;
}

/** One round of the game: the x tried, its forward values and its deltas. */
export interface Round extends ChainValues, ChainDeltas {
	x: number;
}

/**
 * Evaluates the chain a = x², b = ln a, c = √b. Source: NB-01.
 *
 * @param x at least 1, where c is 0
 * @throws TypeError unless x is a number; RangeError when it is below 1 or NaN
 * @example forward(2).c // √(ln 4) = 1.1774…
 */
export function forward(x: number): ChainValues {
	assertInDomain(x, "x");
	const a = x * x;
	const b = Math.log(a);
	return { a, b, c: Math.sqrt(b) };
}

/** Slope of each stage at x: 2x, 1/a, 1/(2√b); the last is Infinity at x = 1. Source: NB-02. @throws TypeError and RangeError as {@link forward} */
export function localDerivatives(x: number): {
	dadx: number;
	dbda: number;
	dcdb: number;
} {
	const { a, c } = forward(x);
	return { dadx: 2 * x, dbda: 1 / a, dcdb: 1 / (2 * c) };
}

/** Slope dc/dx = 1/(x·√(ln x²)) of the whole chain; Infinity at x = 1. Source: NB-09. @throws TypeError and RangeError as {@link forward} */
export function slope(x: number): number {
	return 1 / (x * forward(x).c);
}

/**
 * Finds the x with c(x) = y: e^(y²/2). Source: NB-05.
 *
 * @param y at least 0
 * @throws TypeError unless y is a number; RangeError when it is below 0 or NaN, since a root is not negative
 */
export function inverse(y: number): number {
	assertNumber(y, "y");
	if (!(y >= 0)) throw new RangeError(`y must be at least 0, got ${y}`);
	return Math.exp((y * y) / 2);
}

/**
 * Tabulates c and its slope on n evenly spaced points. Source: NB-09.
 *
 * @param from first x, at least 1
 * @param to last x, at least 1, hit exactly
 * @param n number of points, both ends included, at least 2
 * @returns three lists of n values in the same order
 * @throws TypeError unless all are numbers; RangeError when an end is below 1 or n is not a whole number of at least 2
 */
export function curve(
	from: number,
	to: number,
	n: number,
): { x: number[]; c: number[]; slope: number[] } {
	assertInDomain(from, "from");
	assertInDomain(to, "to");
	assertCount(n, "n", 2);
	const x = Array.from({ length: n }, (_, i) =>
		i === n - 1 ? to : from + ((to - from) * i) / (n - 1),
	);
	return { x, c: x.map((point) => forward(point).c), slope: x.map(slope) };
}

/**
 * Hands the error c − y back through the chain: Δb = Δc·2√b, Δa = Δb·a, Δx = Δa/(2x). Each stage divides by its slope, so Δx is Newton's step
 * for c(x) = y, not a gradient. At x = 1 (b = 0) all but Δc are 0. Source: NB-03.
 *
 * @param values the forward values to use; not recomputed from x, so that a wrong one can be followed through
 * @param y label, the c wanted
 * @throws TypeError unless x, y and the three values are numbers
 */
export function backward(
	x: number,
	values: Readonly<ChainValues>,
	y: number,
): ChainDeltas {
	assertNumber(x, "x");
	assertNumber(y, "y");
	assertNumber(values?.a, "values.a");
	assertNumber(values?.b, "values.b");
	assertNumber(values?.c, "values.c");
	const deltaC = values.c - y;
	const deltaB = deltaC * 2 * Math.sqrt(values.b);
	const deltaA = deltaB * values.a;
	return { deltaC, deltaB, deltaA, deltaX: deltaA / (2 * x) };
}

/** Takes the step, x − Δx; the result may lie below 1, outside the chain's domain. Source: NB-03. @throws TypeError unless both are numbers */
export function nextX(x: number, deltaX: number): number {
	assertNumber(x, "x");
	assertNumber(deltaX, "deltaX");
	return x - deltaX;
}

/** Takes the step, and where it ends below 1 goes to 1.1 instead (1 itself is kept). Source: NB-08. @throws TypeError unless both are numbers */
export function update(x: number, deltaX: number): number {
	const next = nextX(x, deltaX);
	return next < 1 ? 1.1 : next;
}

/**
 * Plays rounds of forward, backward, record, stop if |Δc| < error, update. Source: NB-04, NB-08.
 *
 * @param x start, at least 1; 1 itself is stuck, since every step from there is 0
 * @param y label, the c wanted
 * @param error strict bound for |Δc|
 * @param maxRounds limit of rounds, at least 1: labels exist for which the game cycles for ever
 * @returns when converged, `x` is the tested x; otherwise the x after the last update, and `rounds` = maxRounds. `c` is always that of the last
 *   forward pass. `trace` has one entry per round.
 * @throws TypeError unless all are numbers; RangeError when x is below 1 or maxRounds is not a whole number of at least 1
 * @example solve(2, 2.13, 1e-3, 20).rounds // 5
 */
export function solve(
	x: number,
	y: number,
	error: number,
	maxRounds: number,
): {
	x: number;
	c: number;
	rounds: number;
	converged: boolean;
	trace: Round[];
} {
	assertInDomain(x, "x");
	assertNumber(y, "y");
	assertNumber(error, "error");
	assertCount(maxRounds, "maxRounds", 1);
	const trace: Round[] = [];
	let current = x;
	for (;;) {
		const values = forward(current);
		const deltas = backward(current, values, y);
		trace.push({ x: current, ...values, ...deltas });
		const converged = Math.abs(deltas.deltaC) < error;
		if (!converged) current = update(current, deltas.deltaX);
		if (converged || trace.length === maxRounds)
			return {
				x: current,
				c: values.c,
				rounds: trace.length,
				converged,
				trace,
			};
	}
}

function assertInDomain(x: number, name: string): void {
	assertNumber(x, name);
	if (!(x >= 1)) throw new RangeError(`${name} must be at least 1, got ${x}`);
}
