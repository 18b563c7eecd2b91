/** 0 when the prediction a equals the label y, else 1. */
export function zeroOne(a: number, y: number): 0 | 1 {
	return 0;
}

/** |a − y| */
export function absolute(a: number, y: number): number {
	return 0;
}

/** max(0, 1 − y·a); the label y is 1 or −1. */
export function hinge(a: number, y: 1 | -1): number {
	return 0;
}

/** −[y ln a + (1 − y) ln(1 − a)]; a is the probability of class 1, the label y is 0 or 1. Throws RangeError if a is outside [0, 1]. */
export function logLoss(a: number, y: 0 | 1): number {
	// Keep a away from 0 and 1 before you take a logarithm.
	return 0;
}

/** (a − y)² */
export function squared(a: number, y: number): number {
	return 0;
}

/** e^(−y·a); the label y is 1 or −1. */
export function exponential(a: number, y: 1 | -1): number {
	return 0;
}
