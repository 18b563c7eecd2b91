/** A function of several variables, given as one vector. */
export type F = (p: number[]) => number;

/** Central difference in each variable. A step of 0 is a RangeError. */
export function numericGradient(f: F, p: number[], h: number): number[] {
	return [];
}

/** Whether every slope has at most the size `tol`. */
export function isStationary(
	f: F,
	p: number[],
	h: number,
	tol: number,
): boolean {
	return false;
}

/** A vector of length 1, or zeros for a zero gradient. */
export function steepestDescentDirection(gradient: number[]): number[] {
	return [];
}

/** The rise per unit of length along a direction of any length. */
export function directionalDerivative(
	gradient: number[],
	direction: number[],
): number {
	return 0;
}
