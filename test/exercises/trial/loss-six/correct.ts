const EPS = 1e-12;

export function zeroOne(a: number, y: number): 0 | 1 {
	return a === y ? 0 : 1;
}

export function absolute(a: number, y: number): number {
	return Math.abs(a - y);
}

export function hinge(a: number, y: 1 | -1): number {
	return Math.max(0, 1 - y * a);
}

export function logLoss(a: number, y: 0 | 1): number {
	if (a < 0 || a > 1) throw new RangeError("a must be a probability");
	const p = Math.min(Math.max(a, EPS), 1 - EPS);
	return -(y * Math.log(p) + (1 - y) * Math.log(1 - p));
}

export function squared(a: number, y: number): number {
	return (a - y) ** 2;
}

export function exponential(a: number, y: 1 | -1): number {
	return Math.exp(-y * a);
}
