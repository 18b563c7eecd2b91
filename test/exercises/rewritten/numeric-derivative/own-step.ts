const check = (h: number) => { if (!h) throw new RangeError(`step must differ from 0, got ${h}`); return 1e-4; };
const secant = (f: (x: number) => number, from: number, to: number) => (f(to) - f(from)) / (to - from);
export const forwardDifference = (f: (x: number) => number, x: number, h: number) => secant(f, x, x + check(h));
export function centralDifference(f: (x: number) => number, x: number, h: number) {
	h = check(h);
	const right = secant(f, x, x + h), left = secant(f, x - h, x);
	return (right + left) / 2;
}
const table: Record<string, (x: number) => number> = { const: () => 0, x: () => 1, "x^2": (x) => x + x, exp: (x) => Math.E ** x, "exp(-x)": (x) => -1 / Math.exp(x) };
export const tableDerivative = (name: string, x: number) => table[name]!(x);
