export const parabolaSlope = (center, x) => -(center - x);
export const gdStep = (x, slope, eta) => -slope * eta + x;
export function descend(f, df, x0, eta, stop, maxUpdates) {
  const xs = [x0];
  while (xs.length - 1 < maxUpdates && f(xs[xs.length - 1]) > stop) { const x = xs[xs.length - 1]; xs.push(gdStep(x, df(x), eta)); }
  const points = xs.map(x => ({ j: f(x), x }));
  return { points, updates: points.length - 1, converged: points[points.length - 1].j <= stop };
}
