/** Prediction minus label, sample by sample. */
function errors(pred: number[], label: number[]): number[] {
	if (pred.length !== label.length)
		throw new RangeError(
			`expected as many labels as predictions; got ${pred.length} and ${label.length}`,
		);
	return pred.map((z, i) => z - (label[i] as number));
}

function sumOfSquares(values: number[]): number {
	return values.reduce((sum, value) => sum + value * value, 0);
}

/** The errors of a batch that is not empty: over nothing there is no mean. */
function batchErrors(pred: number[], label: number[]): number[] {
	const all = errors(pred, label);
	if (all.length === 0) throw new RangeError("expected at least one sample");
	return all;
}

/** J = 1/(2m) Σ (z − y)² */
export function mse(pred: number[], label: number[]): number {
	const all = batchErrors(pred, label);
	return sumOfSquares(all) / (2 * all.length);
}

/** ∂J/∂zᵢ = (zᵢ − yᵢ)/m: the 2 of the square has cancelled the ½. */
export function mseGradient(pred: number[], label: number[]): number[] {
	const all = batchErrors(pred, label);
	return all.map((error) => error / all.length);
}

/** E = ½ Σ (target − out)², for the outputs of one sample. */
export function networkError(out: number[], target: number[]): number {
	return sumOfSquares(errors(out, target)) / 2;
}

/** The cost plus λ/2 Σ w², and what the addition does to the gradient. */
export function objective(
	cost: number,
	weights: number[],
	lambda: number,
): { value: number; extraGradient: number[] } {
	return {
		value: cost + (lambda / 2) * sumOfSquares(weights),
		extraGradient: weights.map((w) => lambda * w),
	};
}
