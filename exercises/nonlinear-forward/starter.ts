/** The chain from left to right: a = x², b = ln a, c = √b. Throws RangeError for x < 1. */
export function forward(x: number): { a: number; b: number; c: number } {
	return { a: 0, b: 0, c: 0 };
}

/** The derivative of each stage by its own input, at this x. */
export function localDerivatives(x: number): {
	dadx: number;
	dbda: number;
	dcdb: number;
} {
	return { dadx: 0, dbda: 0, dcdb: 0 };
}

/** dc/dx, the derivative of the whole chain. */
export function slope(x: number): number {
	return 0;
}

/** The x with c(x) = y, for y ≥ 0. */
export function inverse(y: number): number {
	return 0;
}

/** `n` evenly spaced points from `from` to `to`, both included, with c and the slope at each. */
export function curve(
	from: number,
	to: number,
	n: number,
): { x: number[]; c: number[]; slope: number[] } {
	return { x: [], c: [], slope: [] };
}
