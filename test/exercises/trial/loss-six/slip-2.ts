// slip: logLoss clips a only from below (at 1e-12), not at 1 − 1e-12, so at the border a = 1 it returns Infinity for y = 0 and NaN for y = 1 (all other inputs are right).
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
	const p = Math.max(a, EPS);
	return -(y * Math.log(p) + (1 - y) * Math.log(1 - p));
}

export function squared(a: number, y: number): number {
	return (a - y) ** 2;
}

export function exponential(a: number, y: 1 | -1): number {
	return Math.exp(-y * a);
}
