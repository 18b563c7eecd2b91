export function solve(mode, vars, w, b, target, error, maxUpdates) {
  const both = vars === "wb";
  const f0 = [18, 63];
  const steps = []; let converged = false;
  for (;;) {
    const z = (2*w + 3*b) * (2*b + 1);
    const deltaZ = z - target;
    steps.push({ w, b, z, deltaZ });
    if (Math.abs(deltaZ) < error) { converged = true; break; }
    if (Number.isNaN(deltaZ) || Math.abs(deltaZ) === Infinity) break;
    if (steps.length > maxUpdates) break;
    const [fw, fb] = mode === "fixed" ? f0 : [4*b + 2, 4*w + 12*b + 3];
    if (fb === 0 || (both && fw === 0)) break;
    const k = both ? 2 : 1;
    if (both) w -= deltaZ / (2 * fw);
    b -= deltaZ / (k * fb);
  }
  return { w, b, updates: steps.length - 1, converged, steps };
}
export function compare(...a) {
  const out = {};
  for (const v of ["b", "wb"]) { out[v] = {}; for (const m of ["fixed", "fresh"]) { const r = solve(m, v, ...a); out[v][m] = r.converged ? r.updates : null; } }
  return out;
}
export function fixedRate(f, s) {
  if (!f) throw new RangeError("x");
  return { rate: (f - s) / f, converges: f > 0 ? s > 0 && s < 2 * f : s < 0 && s > 2 * f };
}
