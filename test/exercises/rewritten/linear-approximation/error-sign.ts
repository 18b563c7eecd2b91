export const approx1 = (f: (x: number) => number, df: (x: number) => number, x: number, dx: number) => dx * df(x) + f(x);
export function deltaZ(g: number[], s: number[]) { if (g.length !== s.length) throw new RangeError(); let z = 0; for (let i = g.length; i-- > 0; ) z += s[i]! * g[i]!; return z; }
export function approximationError(f: (p: number[]) => number, g: number[], p: number[], s: number[]) {
	if (p.length !== s.length) throw new RangeError();
	const q = Array.from(p); s.forEach((v, i) => { q[i]! += v; });
	return f(p) + deltaZ(g, s) - f(q);
}
