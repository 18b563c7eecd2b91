const act = (v: number) => { const e = Math.exp(v); return v > 0 ? 1 / (1 + 1 / e) : e / (e + 1); };
const dot = (p: number[], q: number[]) => p.reduce((s, v, k) => s + v * q[k]!, 0);
const run = (n: any, i: number[]) => { const h = [0, 1].map((j) => act(n.b1 + dot(n.w.slice(2 * j, 2 * j + 2), i))); return { h, o: [0, 1].map((j) => act(n.b2 + dot(n.w.slice(4 + 2 * j, 6 + 2 * j), h))) }; };
const loss = (n: any, i: number[], t: number[]) => run(n, i).o.reduce((s, v, k) => s + 0.5 * (v - t[k]!) ** 2, 0);
function slopes(n: any, i: number[], t: number[], eta: number) {
  const { h, o } = run(n, i);
  const dO = o.map((v, k) => (v - t[k]!) * (v - v * v));
  const back = n.w.slice(4);
  const dH = h.map((v, j) => (dO[0]! * back[j] + dO[1]! * back[2 + j]) * (v - v * v));
  return { w: [...dH.flatMap((d) => i.map((v) => d * v)), ...dO.flatMap((d) => h.map((v) => d * v))], b1: dH[0]! + dH[1]!, b2: dO[0]! + dO[1]! };
}
export function trainStep(n: any, i: number[], t: number[], eta: number, biases: boolean) {
  const g = slopes(n, i, t, eta); eta = -eta; const r = biases ? eta : 0;
  return { b2: n.b2 - r * g.b2, b1: n.b1 - r * g.b1, w: n.w.map((v: number, k: number) => v - eta * g.w[k]!) };
}
export function train(n: any, i: number[], t: number[], eta: number, steps: number, biases: boolean) {
  let net = { ...n, w: n.w.slice() };
  const errors = Array.from({ length: steps }, () => { net = trainStep(net, i, t, eta, biases); return loss(net, i, t); });
  return { errors, net };
}
