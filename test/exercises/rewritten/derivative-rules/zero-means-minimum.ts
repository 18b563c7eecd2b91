type F = (x: number) => number;
export const sumRule = (df: F, dg: F): F => function (x) { return [df, dg].map((d) => d(x)).reduce((a, b) => a + b); };
export const scaleRule = (c: number, df: F): F => (x) => df(x) * c;
export const reciprocalRule = (f: F, df: F): F => (x) => { const v = f(x); return -(df(x) / v) / v; };
export const sigmoidDerivative = (x: number) => { const e = Math.exp(-Math.abs(x)); return e / ((1 + e) * (1 + e)); };
export function stationaryKind(df: F, a: number, h: number) {
	if (!(Math.abs(df(a)) <= 1e-9)) return "not stationary";
	const signs = [Math.sign(df(a - h)), Math.sign(df(a + h))].join();
	return signs === "" ? "flat" : "minimum";
}
