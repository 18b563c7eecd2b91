/** A probability is held this far from 0 and 1 before its logarithm is taken. */
const leastProbability = 1e-12;

/** Right or wrong, nothing between. */
export function zeroOne(a: number, y: number): 0 | 1 {
	return a === y ? 0 : 1;
}

/** The distance between prediction and label. */
export function absolute(a: number, y: number): number {
	return Math.abs(a - y);
}

/** Nothing to pay once y·a has reached 1, the missing rest before. */
export function hinge(a: number, y: 1 | -1): number {
	return Math.max(0, 1 - y * a);
}

/** Minus the logarithm of the probability that the prediction gave to what really happened. */
export function logLoss(a: number, y: 0 | 1): number {
	if (a < 0 || a > 1)
		throw new RangeError(`expected a probability in [0, 1]; got ${a}`);
	const p = Math.min(Math.max(a, leastProbability), 1 - leastProbability);
	return -Math.log(y === 1 ? p : 1 - p);
}

/** The square of the distance, without ½. */
export function squared(a: number, y: number): number {
	return (a - y) ** 2;
}

/** Small where y and a have the same sign, growing fast where they do not. */
export function exponential(a: number, y: 1 | -1): number {
	return Math.exp(-y * a);
}
