/** 0 for negative z, 1 from z = 0 on. */
export function unitStep(z: number): 0 | 1 {
	return 0;
}

/** The signal Σ wᵢxᵢ, and whether it reaches the threshold. Throws RangeError if the lengths differ. */
export function fires(
	w: number[],
	x: number[],
	theta: number,
): { signal: number; fires: boolean } {
	return { signal: 0, fires: false };
}

/** The bias of the neuron that fires exactly when the one with this threshold does. */
export function thresholdToBias(theta: number): number {
	return 0;
}

/** The weighted input z = Σ wᵢxᵢ + b and the output a = activation(z). Throws RangeError if the lengths differ. */
export function neuron(
	w: number[],
	x: number[],
	b: number,
	activation: (z: number) => number,
): { z: number; a: number } {
	return { z: 0, a: 0 };
}
