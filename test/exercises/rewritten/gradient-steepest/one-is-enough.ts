type F = (p: number[]) => number;
export function numericGradient(f: F, p: number[], h: number) {
	if (h == 0) throw new RangeError("h");
	const g: number[] = [];
	for (let i = 0; i < p.length; i++) {
		const old = p[i]!;
		p[i] = old + h; const up = f(p);
		p[i] -= 2 * h; const down = f(p);
		p[i] = old;
		g.push((up - down) / h / 2);
	}
	return g;
}
export const isStationary = (f: F, p: number[], h: number, tol: number) => Math.min(...numericGradient(f, p, h).map(Math.abs)) <= tol;
export function steepestDescentDirection(g: number[]) { const l = Math.hypot(...g); return l ? g.map((x) => x / -l) : g.map(() => 0); }
export function directionalDerivative(g: number[], d: number[]) {
	if (g.length !== d.length) throw new RangeError("length");
	const l = Math.hypot(...d); if (!l) throw new RangeError("zero");
	let s = 0; for (let i = g.length - 1; i >= 0; i--) s += g[i]! * (d[i]! / l);
	return s;
}
