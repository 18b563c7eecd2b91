export const forward = (v: number) => { if (v < 1) throw new RangeError("no"); const b = Math.log(v*v); return { a: v * v, b, c: Math.sqrt(b) }; };
export const localDerivatives = (v: number) => ({ dadx: v + v, dbda: v ** -2, dcdb: 0.5 / forward(v).c });
export const slope = (v: number) => 1 / (2 * Math.sqrt(2 * Math.log(v)));
export const inverse = (t: number) => Math.sqrt(Math.exp(t * t));
export function curve(from: number, to: number, n: number) {
  const x = [...Array(n).keys()].map((k) => from + (to - from) * (k / (n - 1)));
  return { slope: x.map(slope), c: x.map((p) => forward(p).c), x };
}
