/** J = 1/(2m) Σ (zᵢ − yᵢ)² over the m samples of a batch. Throws RangeError if the batch is empty or the lengths differ. */
export function mse(pred: number[], label: number[]): number {
	return 0;
}

/** ∂J/∂zᵢ, one value per sample. Throws RangeError as `mse` does. */
export function mseGradient(pred: number[], label: number[]): number[] {
	return [];
}

/** E = ½ Σ (targetₖ − outₖ)² over the outputs of one sample. Throws RangeError if the lengths differ. */
export function networkError(out: number[], target: number[]): number {
	return 0;
}

/** The cost with the penalty λ/2 Σ w², and the gradient of the penalty alone. */
export function objective(
	cost: number,
	weights: number[],
	lambda: number,
): { value: number; extraGradient: number[] } {
	return { value: 0, extraGradient: [] };
}
