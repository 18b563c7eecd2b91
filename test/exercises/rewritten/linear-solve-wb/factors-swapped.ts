export const factors = (x, y) => ({ factorW: y * 3 + x * 2, factorB: y + y });
class Run {
  steps = []; updates = 0;
  constructor(w, b, t) { this.w = w; this.b = b; this.t = t; }
  look() { const { w, b } = this; const x = 2*w+3*b, y = 2*b+1; const z = 4*w*b + 2*w + 6*b*b + 3*b; const s = { w, b, x, y, z, deltaZ: z - this.t, ...factors(x, y) }; this.steps.push(s); return s; }
}
export function solveWB(w, b, target, error, maxUpdates) {
  const run = new Run(w, b, target);
  let s = run.look();
  for (let n = 0; n < maxUpdates && Math.abs(s.deltaZ) >= error && s.factorW * s.factorB !== 0; n++) {
    run.w -= 0.5 * s.deltaZ / s.factorW; run.b = run.b - s.deltaZ / (2 * s.factorB); run.updates = n + 1; s = run.look();
  }
  return { w: run.w, b: run.b, z: s.z, updates: run.updates, converged: Math.abs(s.deltaZ) < error, steps: run.steps };
}
