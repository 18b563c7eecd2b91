export const target = (p) => p[0] * p[0] + (1 - Math.cos(2 * p[1])) / 2;
export const gradient = (p) => [p[0] + p[0], Math.sin(2 * p[1])];
export function descend2(f, g, start, eta, stop, maxUpdates) {
  const path = [start.slice()];
  const at = () => path[path.length - 1];
  for (let n = 0; n < maxUpdates; n++) { if (f(at()) < stop) break; const grad = g(at()); path.push(at().map((v, i) => v - grad[i] * eta)); }
  const points = path.map(([x, y]) => ({ x, y, j: f([x, y]) }));
  return { points, updates: points.length, converged: f(at()) < stop };
}
