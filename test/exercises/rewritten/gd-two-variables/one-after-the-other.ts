export const target = (p) => p[0] * p[0] + (1 - Math.cos(2 * p[1])) / 2;
export const gradient = (p) => [p[0] + p[0], Math.sin(2 * p[1])];
export function descend2(f, g, start, eta, stop, maxUpdates) {
  const path = [start.slice()];
  const at = () => path[path.length - 1];
  for (let n = 0; n < maxUpdates; n++) { if (f(at()) < stop) break; const [a, b] = at(); const c = a - g([a, b])[0] * eta; path.push([c, b - g([c, b])[1] * eta]); }
  const points = path.map(([x, y]) => ({ x, y, j: f([x, y]) }));
  return { points, updates: path.length - 1, converged: f(at()) < stop };
}
