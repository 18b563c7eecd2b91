// slip: in numericGradient the variable goes back by only one h after the first call, so (f(p+h) - f(p)) / (2h) is computed, about half the slope
export type F = (p: number[]) => number;

function length(v: number[]): number {
	let s = 0;
	for (const vi of v) s += vi ** 2;
	return Math.sqrt(s);
}

export function numericGradient(f: F, p: number[], h: number): number[] {
	if (h === 0) throw new RangeError("h must not be 0");
	const result: number[] = [];
	for (let i = 0; i < p.length; i++) {
		const q = [...p];
		q[i] = p[i] + h;
		const right = f(q);
		q[i] -= h;
		const left = f(q);
		result.push((right - left) / (2 * h));
	}
	return result;
}

export function isStationary(
	f: F,
	p: number[],
	h: number,
	tol: number,
): boolean {
	return numericGradient(f, p, h).every((s) => Math.abs(s) <= tol);
}

export function steepestDescentDirection(gradient: number[]): number[] {
	const len = length(gradient);
	if (len === 0) return gradient.map(() => 0);
	return gradient.map((g) => -g / len);
}

export function directionalDerivative(
	gradient: number[],
	direction: number[],
): number {
	if (gradient.length !== direction.length) throw new RangeError("different lengths");
	const len = length(direction);
	if (len === 0) throw new RangeError("the zero vector has no direction");
	let s = 0;
	for (let i = 0; i < gradient.length; i++) s += gradient[i] * direction[i];
	return s / len;
}
