const act = (v: number) => { const e = Math.exp(v); return v > 0 ? 1 / (1 + 1 / e) : e / (e + 1); };
const dot = (p: number[], q: number[]) => p.reduce((s, v, k) => s + v * q[k]!, 0);
const run = (n: any, i: number[]) => { const h = [0, 1].map((j) => act(n.b1 + dot(n.w.slice(2 * j, 2 * j + 2), i))); return { h, o: [0, 1].map((j) => act(n.b2 + dot(n.w.slice(4 + 2 * j, 6 + 2 * j), h))) }; };
export const updateWeight = (w: number, g: number, eta: number) => w + -eta * g;
export function outputGradients(n: any, i: number[], t: number[]) {
  const { h, o } = run(n, i); const dE_dOut = o.map((v, k) => v - t[k]!), dOut_dL = o.map((v) => v - v * v);
  const deltaO = dE_dOut.map((v, k) => v * dOut_dL[k]!);
  return { gradB2: deltaO.reduce((a, b) => a + b), gradW: deltaO.flatMap((d, k) => h.map((_v, j) => d * n.w[4 + 2 * k + j])), deltaO, dOut_dL, dE_dOut };
}
