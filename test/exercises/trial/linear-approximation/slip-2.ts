// slip: approximationError returns the estimate minus the true change: the sign is reversed.
export function approx1(
	f: (x: number) => number,
	df: (x: number) => number,
	x: number,
	dx: number,
): number {
	const height = f(x);
	const slope = df(x);
	return height + slope * dx;
}

export function deltaZ(gradient: number[], step: number[]): number {
	const n = gradient.length;
	if (step.length !== n) throw new RangeError("gradient and step differ");
	let change = 0;
	for (let i = 0; i < n; i++) change += gradient[i] * step[i];
	return change;
}

export function approximationError(
	f: (p: number[]) => number,
	gradient: number[],
	p: number[],
	step: number[],
): number {
	if (p.length !== step.length) throw new RangeError("p and step differ");
	const estimate = deltaZ(gradient, step);
	const target = p.map((coordinate, i) => coordinate + step[i]);
	const trueChange = f(target) - f([...p]);
	return estimate - trueChange;
}
