// slip: reciprocalRule divides by f instead of by f squared.
export type F = (x: number) => number;

export function sumRule(df: F, dg: F): F {
	return (x) => df(x) + dg(x);
}

export function scaleRule(c: number, df: F): F {
	return (x) => c * df(x);
}

export function reciprocalRule(f: F, df: F): F {
	return (x) => {
		const value = f(x);
		return -df(x) / value;
	};
}

// sigma' is even, so e^-|x| will do and never overflows
export function sigmoidDerivative(x: number): number {
	const e = Math.exp(-Math.abs(x));
	return e / ((1 + e) * (1 + e));
}

export function stationaryKind(
	df: F,
	a: number,
	h: number,
): "not stationary" | "minimum" | "maximum" | "flat" {
	const here = df(a);
	if (!(Math.abs(here) <= 1e-9)) return "not stationary";
	const left = df(a - h);
	const right = df(a + h);
	if (left < 0 && right > 0) return "minimum";
	if (left > 0 && right < 0) return "maximum";
	return "flat";
}
