export type F = (p: number[]) => number;

export function numericGradient(f: F, p: number[], h: number): number[] {
	if (h === 0) throw new RangeError("the step h must not be 0");
	const moved = [...p];
	return p.map((value, i) => {
		moved[i] = value + h;
		const above = f(moved);
		moved[i] = value - h;
		return (above - f(moved)) / (2 * h);
	});
}

export function isStationary(
	f: F,
	p: number[],
	h: number,
	tol: number,
): boolean {
	return numericGradient(f, p, h).every((slope) => Math.abs(slope) <= tol);
}

export function steepestDescentDirection(gradient: number[]): number[] {
	const length = norm(gradient);
	return gradient.map((slope) => (length === 0 ? 0 : -slope / length));
}

export function directionalDerivative(
	gradient: number[],
	direction: number[],
): number {
	const length = norm(direction);
	if (length === 0) throw new RangeError("a zero vector has no direction");
	return dot(gradient, direction) / length;
}

function dot(a: number[], b: number[]): number {
	if (a.length !== b.length) throw new RangeError("the lengths differ");
	return a.reduce((sum, x, i) => sum + x * (b[i] as number), 0);
}

function norm(a: number[]): number {
	return Math.sqrt(dot(a, a));
}
