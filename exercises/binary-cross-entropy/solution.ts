/** A prediction is held this far from 0 and 1 before its logarithm is taken. */
const leastProbability = 1e-12;

function clip(a: number): number {
	return Math.min(Math.max(a, leastProbability), 1 - leastProbability);
}

/** Minus the logarithm of the probability that the prediction gave to what happened. */
export function bce(a: number, y: 0 | 1): number {
	const p = clip(a);
	return -Math.log(y === 1 ? p : 1 - p);
}

/** The mean over a batch. */
export function bceMean(as: number[], ys: (0 | 1)[]): number {
	if (as.length === 0) throw new RangeError("expected at least one sample");
	if (as.length !== ys.length)
		throw new RangeError(
			`expected one label for each prediction; got ${as.length} and ${ys.length}`,
		);
	const total = as.reduce((sum, a, i) => sum + bce(a, ys[i] as 0 | 1), 0);
	return total / as.length;
}

/** ∂L/∂a */
export function bceSlope(a: number, y: 0 | 1): number {
	const p = clip(a);
	return (p - y) / (p * (1 - p));
}

/** ∂L/∂z for a = σ(z): the slope a(1 − a) of the sigmoid has cancelled. */
export function bceSlopeZ(a: number, y: 0 | 1): number {
	return a - y;
}

/** Where the best of several predictions stands. */
export function better(predictions: number[], y: 0 | 1): number {
	if (predictions.length === 0)
		throw new RangeError("expected at least one prediction");
	const losses = predictions.map((a) => bce(a, y));
	return losses.indexOf(Math.min(...losses));
}
