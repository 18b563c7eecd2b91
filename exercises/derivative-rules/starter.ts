/** A function of one number. */
export type F = (x: number) => number;

/** (f + g)′ from the derivatives of f and g. */
export function sumRule(df: F, dg: F): F {
	return (x) => x;
}

/** (c·f)′ from the derivative of f. */
export function scaleRule(c: number, df: F): F {
	return (x) => x;
}

/** (1/f)′ from f and its derivative. */
export function reciprocalRule(f: F, df: F): F {
	return (x) => x;
}

/** Slope of σ(x) = 1/(1 + e^−x). */
export function sigmoidDerivative(x: number): number {
	return 0;
}

/** What kind of point `a` is, by the slope there and at a − h and a + h. */
export function stationaryKind(
	df: F,
	a: number,
	h: number,
): "not stationary" | "minimum" | "maximum" | "flat" {
	return "not stationary";
}
