function weightedSum(w: number[], x: number[]): number {
	if (w.length !== x.length) throw new RangeError("w and x differ in length");
	let total = 0;
	for (let i = 0; i < w.length; i++) {
		total += w[i] * x[i];
	}
	return total;
}

export function unitStep(z: number): 0 | 1 {
	return z < 0 ? 0 : 1;
}

export function fires(
	w: number[],
	x: number[],
	theta: number,
): { signal: number; fires: boolean } {
	const signal = weightedSum(w, x);
	return { signal, fires: signal >= theta };
}

export function thresholdToBias(theta: number): number {
	return -theta;
}

export function neuron(
	w: number[],
	x: number[],
	b: number,
	activation: (z: number) => number,
): { z: number; a: number } {
	const z = weightedSum(w, x) + b;
	return { z, a: activation(z) };
}
