interface P { p: number; q: number; r: number } interface A { x: number; y: number; lambda: number }
export function lagrangian(o: P, a: A) { const objective = o.q * a.y + o.p * a.x; const constraint = Math.hypot(a.x, a.y) ** 2 - o.r ** 2; return { L: objective - a.lambda * constraint, constraint, objective }; }
export function lagrangianGradient(o: P, a: A) { return { dLdLambda: -lagrangian(o, a).constraint, dLdx: o.p - a.lambda * 2 * a.x, dLdy: o.q - a.lambda * 2 * a.y }; }
export function extremeOnCircle(o: P, kind: string) {
	const r = 1; const s = Math.hypot(o.p, o.q); if (!(o.r > 0) || s === 0) throw new RangeError("no extreme");
	const sign = kind === "maximum" ? 1 : -1;
	return { x: sign * r * o.p / s, y: sign * r * o.q / s, lambda: sign * s / 2 / r, value: sign * r * s };
}
