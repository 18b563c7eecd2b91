type C = (p: number[]) => number;
export function numericGradient(c: C, p: number[], h: number) {
	if (!h) throw new RangeError("h"); const q = p.slice(); const out = new Array(p.length).fill(0);
	for (const i of q.keys()) { q[i] = p[i]! + h; out[i] = c(q); q[i] = p[i]! - h; out[i] -= c(q); out[i] /= 2 * h; q[i] = p[i]!; }
	return out;
}
const len = (a: number[]) => Math.hypot(...a);
export function relativeDifference(a: number[], b: number[]) {
	if (a.length !== b.length) throw new RangeError("length"); const s = len(a) + len(b);
	return s === 0 ? 0 : len(a.map((x, i) => x - b[i]!));
}
export function checkGradient(c: C, p: number[], a: number[], h: number, tol: number) {
	const n = numericGradient(c, p, h), difference = relativeDifference(n, a), ok = !(difference > tol);
	let worstIndex: number | null = null, worst = -1;
	if (!ok) n.forEach((x, i) => { const e = Math.abs(x - a[i]!); if (e > worst) { worst = e; worstIndex = i; } });
	return { worstIndex, ok, difference };
}
