/** A function of one number. */
export type F = (x: number) => number;

/** (f + g)′ from the derivatives of f and g. */
export function sumRule(df: F, dg: F): F {
	return (x) => df(x) + dg(x);
}

/** (c·f)′ from the derivative of f. */
export function scaleRule(c: number, df: F): F {
	return (x) => c * df(x);
}

/** (1/f)′ from f and its derivative, wherever f is not 0. */
export function reciprocalRule(f: F, df: F): F {
	return (x) => -df(x) / f(x) ** 2;
}

/** Slope of σ(x) = 1/(1 + e^−x): the reciprocal rule gives e^−x/(1 + e^−x)², which is σ(1 − σ). */
export function sigmoidDerivative(x: number): number {
	const sigma = 1 / (1 + Math.exp(-x));
	return sigma * (1 - sigma);
}

/** What kind of point `a` is, by the slope there and at a − h and a + h. */
export function stationaryKind(
	df: F,
	a: number,
	h: number,
): "not stationary" | "minimum" | "maximum" | "flat" {
	if (Math.abs(df(a)) > 1e-9) return "not stationary";
	const before = df(a - h);
	const after = df(a + h);
	if (before < 0 && after > 0) return "minimum";
	if (before > 0 && after < 0) return "maximum";
	return "flat";
}
