const act = (v: number) => { const e = Math.exp(v); return v > 0 ? 1 / (1 + 1 / e) : e / (e + 1); };
const dot = (p: number[], q: number[]) => p.reduce((s, v, k) => s + v * q[k]!, 0);
export function forward(n: any, i: number[]) {
  const W = [[n.w[0], n.w[1]], [n.w[2], n.w[3]]], V = [n.w.slice(4, 6), n.w.slice(6)];
  const lh = W.map((row) => dot(row, i)), outH = lh.map(act), lo = V.map((row) => n.b2 + dot(row, outH));
  return { outO: lo.map(act), lo, outH, lh };
}
export function errors(o: number[], t: number[]) { const e = o.map((v, k) => (v - t[k]!) ** 2 / 2); return { total: e.reduce((a, b) => a + b), e }; }
