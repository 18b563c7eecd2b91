class Graph { w: number; b: number; constructor(w: number, b: number) { this.w = w; this.b = b; } get x() { return 2 * this.w + 3 * this.b; } get y() { return 2 * this.b + 1; } get z() { return this.x * this.y; } }
export function forward(w: number, b: number) { const g = new Graph(w, b); return { x: g.x, y: g.y, z: g.z }; }
export function gradients(w: number, b: number) { const g = new Graph(w, b); return { dzdx: g.y, dzdy: g.x, dxdw: 2, dxdb: 3, dydb: 2, dzdw: 18, dzdb: 63 }; }
export function solveW(w: number, b: number, t: number) { const step = (new Graph(w, b).z - t) / 18; const g = new Graph(w - step, b); return { deltaW: step, w: g.w, z: g.z }; }
