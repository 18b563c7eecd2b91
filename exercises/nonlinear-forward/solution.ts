/** The chain from left to right: a = x², b = ln a, c = √b. */
export function forward(x: number): { a: number; b: number; c: number } {
	if (x < 1) throw new RangeError(`x must be at least 1, got ${x}`);
	const a = x * x;
	const b = Math.log(a);
	const c = Math.sqrt(b);
	return { a, b, c };
}

/** The derivative of each stage by its own input. */
export function localDerivatives(x: number): {
	dadx: number;
	dbda: number;
	dcdb: number;
} {
	const { a, c } = forward(x);
	return { dadx: 2 * x, dbda: 1 / a, dcdb: 1 / (2 * c) };
}

/** The derivative of the whole chain: dc/dx, the product of the three. Infinite at x = 1. */
export function slope(x: number): number {
	const { dadx, dbda, dcdb } = localDerivatives(x);
	return dadx * dbda * dcdb;
}

/** The x with c(x) = y. */
export function inverse(y: number): number {
	return Math.exp((y * y) / 2);
}

/** `n` evenly spaced points from `from` to `to`, both included, with c and the slope at each. */
export function curve(
	from: number,
	to: number,
	n: number,
): { x: number[]; c: number[]; slope: number[] } {
	const gap = (to - from) / (n - 1);
	const xs = Array.from({ length: n }, (_, k) => from + k * gap);
	return {
		x: xs,
		c: xs.map((x) => forward(x).c),
		slope: xs.map((x) => slope(x)),
	};
}
