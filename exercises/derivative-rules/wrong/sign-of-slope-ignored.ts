export type F = (x: number) => number;

export function sumRule(df: F, dg: F): F {
	return (x) => df(x) + dg(x);
}

export function scaleRule(c: number, df: F): F {
	return (x) => c * df(x);
}

export function reciprocalRule(f: F, df: F): F {
	return (x) => -df(x) / f(x) ** 2;
}

export function sigmoidDerivative(x: number): number {
	const sigma = 1 / (1 + Math.exp(-x));
	return sigma * (1 - sigma);
}

export function stationaryKind(
	df: F,
	a: number,
	h: number,
): "not stationary" | "minimum" | "maximum" | "flat" {
	if (df(a) > 1e-9) return "not stationary";
	const before = df(a - h);
	const after = df(a + h);
	if (before < 0 && after > 0) return "minimum";
	if (before > 0 && after < 0) return "maximum";
	return "flat";
}
