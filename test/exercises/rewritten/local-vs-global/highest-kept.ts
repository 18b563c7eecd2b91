export const descend = (df, x0, eta, steps) => { while (steps-- > 0) x0 = -eta * df(x0) + x0; return x0; };
export const ascend = (df, x0, eta, steps) => { for (let i = 0; i < steps; i += 1) { const s = df(x0); x0 += s * eta; } return x0; };
export function bestOf(f, df, starts, eta, steps) {
  const all = starts.map((start) => { const x = descend(df, start, eta, steps); return { start, x, value: f(x) }; }).filter((r) => isFinite(r.x) && isFinite(r.value));
  if (!all.length) throw new RangeError("none");
  return all.slice().sort((a, b) => b.value - a.value)[0];
}
