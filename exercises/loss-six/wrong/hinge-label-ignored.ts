export function zeroOne(a: number, y: number): 0 | 1 {
	return a === y ? 0 : 1;
}

export function absolute(a: number, y: number): number {
	return Math.abs(a - y);
}

export function hinge(a: number, _y: 1 | -1): number {
	return Math.max(0, 1 - a);
}

export function logLoss(a: number, y: 0 | 1): number {
	if (a < 0 || a > 1) throw new RangeError("a must be a probability");
	const p = Math.min(Math.max(a, 1e-12), 1 - 1e-12);
	return -(y * Math.log(p) + (1 - y) * Math.log(1 - p));
}

export function squared(a: number, y: number): number {
	return (a - y) ** 2;
}

export function exponential(a: number, y: 1 | -1): number {
	return Math.exp(-y * a);
}
