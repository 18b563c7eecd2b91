export function solveB(w, b, target, error, maxUpdates) {
  const go = (b, left, trail) => {
    const x = w + w + b * 3, y = 1 + b + b, z = y * x;
    const steps = trail.concat({ factor: 6 * b + 3, deltaZ: -(target - z), z, y, x, b });
    const done = Math.max(z - target, target - z) < error;
    if (done || left === 0 || steps[steps.length - 1].factor === 0) return { steps, converged: done, updates: steps.length - 1, z, b };
    return go(b - (z - target) / (3 * y), left - 1, steps);
  };
  return go(b, maxUpdates, []);
}
