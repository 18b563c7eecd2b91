class Walk {
  steps: any[] = [];
  w: number; b: number; target: number;
  constructor(w: number, b: number, target: number) { this.w = w; this.b = b; this.target = target; }
  miss() {
    const { w, b, target } = this, y = 1 + 2 * b, x = 3 * b + 2 * w, z = x * y;
    this.steps.push({ b, x, y, z, deltaZ: z - target, factor: 12 * b + 4 * w + 3 });
    return Math.abs(z - target);
  }
}
export function solveB(w: number, b: number, target: number, error: number) {
  const walk = new Walk(w, b, target);
  for (; !(walk.miss() < error); ) { const s = walk.steps[walk.steps.length - 1]; walk.b -= s.deltaZ / s.factor; }
  const last = walk.steps[walk.steps.length - 1];
  return { b: last.b, z: last.z, updates: walk.steps.length - 1, converged: true, steps: walk.steps };
}
