export const forward = (v: number) => { if (!(v >= 1)) throw new RangeError("no"); const b = Math.log(v * v) / Math.LN10; return { a: v * v, b, c: b ** 0.5 }; };
export const localDerivatives = (v: number) => ({ dadx: v + v, dbda: v ** -2, dcdb: 0.5 / forward(v).c });
export const slope = (v: number) => 1 / (v * forward(v).c);
export const inverse = (t: number) => Math.exp(0.5 * t ** 2);
export function curve(from: number, to: number, n: number) {
  const out = { x: [] as number[], c: [] as number[], slope: [] as number[] };
  let p = from; const h = (to - from) / (n - 1);
  for (let left = n; left > 0; left--) { out.x.push(p); out.c.push(forward(p).c); out.slope.push(slope(p)); p += h; }
  return out;
}
