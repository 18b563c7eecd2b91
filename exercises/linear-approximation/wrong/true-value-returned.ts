export function approx1(
	f: (x: number) => number,
	_df: (x: number) => number,
	x: number,
	dx: number,
): number {
	return f(x + dx);
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
	const moved = p.map((value, i) => value + (step[i] as number));
	return f(moved) - f(p) - estimate;
}

function requireLength(vector: number[], length: number): void {
	if (vector.length !== length) throw new RangeError("the lengths differ");
}
