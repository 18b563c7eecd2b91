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
	_h: number,
): "not stationary" | "minimum" | "maximum" | "flat" {
	if (Math.abs(df(a)) > 1e-9) return "not stationary";
	return "minimum";
}
