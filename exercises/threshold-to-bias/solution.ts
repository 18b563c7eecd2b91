/** Σ wᵢxᵢ, what arrives at the neuron. */
function signalOf(w: number[], x: number[]): number {
	if (w.length !== x.length)
		throw new RangeError(`${w.length} weights for ${x.length} inputs`);
	// Both have the same length, so x[i] is never missing.
	return w.reduce((sum, weight, i) => sum + weight * (x[i] as number), 0);
}

/** Jumps from 0 to 1 at z = 0; at 0 itself it is 1 already. */
export function unitStep(z: number): 0 | 1 {
	return z >= 0 ? 1 : 0;
}

/** The threshold form: the neuron fires when the signal reaches θ. */
export function fires(
	w: number[],
	x: number[],
	theta: number,
): { signal: number; fires: boolean } {
	const signal = signalOf(w, x);
	return { signal, fires: signal >= theta };
}

/** signal ≥ θ says the same as signal + b ≥ 0 with this b. */
export function thresholdToBias(theta: number): number {
	return -theta;
}

/** The bias form, with any activation in place of the step. */
export function neuron(
	w: number[],
	x: number[],
	b: number,
	activation: (z: number) => number,
): { z: number; a: number } {
	const z = signalOf(w, x) + b;
	return { z, a: activation(z) };
}
