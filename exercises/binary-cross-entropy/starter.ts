/** −[y ln a + (1 − y) ln(1 − a)], a clipped to [1e-12, 1 − 1e-12]. */
export function bce(a: number, y: 0 | 1): number {
	return 0;
}

/** The mean of `bce` over a batch. Throws RangeError if it is empty or the lengths differ. */
export function bceMean(as: number[], ys: (0 | 1)[]): number {
	return 0;
}

/** ∂L/∂a = (a − y) / (a(1 − a)), a clipped as above. */
export function bceSlope(a: number, y: 0 | 1): number {
	return 0;
}

/** ∂L/∂z for a = σ(z). */
export function bceSlopeZ(a: number, y: 0 | 1): number {
	return 0;
}

/** The index of the prediction with the least loss, the first one on a tie. Throws RangeError if there is none. */
export function better(predictions: number[], y: 0 | 1): number {
	return 0;
}
