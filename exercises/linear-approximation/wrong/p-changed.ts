export function approx1(
	f: (x: number) => number,
	df: (x: number) => number,
	x: number,
	dx: number,
): number {
	return f(x) + df(x) * dx;
}

export function deltaZ(gradient: number[], step: number[]): number {
	requireLength(step, gradient.length);
	return gradient.reduce(
		(sum, slope, i) => sum + slope * (step[i] as number),
		0,
	);
}

export function approximationError(
	f: (p: number[]) => number,
	gradient: number[],
	p: number[],
	step: number[],
): number {
	requireLength(p, gradient.length);
	const estimate = deltaZ(gradient, step);
	const before = f(p);
	for (let i = 0; i < p.length; i++) {
		p[i] = (p[i] as number) + (step[i] as number);
	}
	return f(p) - before - estimate;
}

function requireLength(vector: number[], length: number): void {
	if (vector.length !== length) throw new RangeError("the lengths differ");
}
