function weighted(w: number[], x: number[]): number {
	if (w.length !== x.length) {
		throw new RangeError("lengths differ");
	}
	let sum = 0;
	for (let i = 0; i < w.length; i++) {
		sum += w[i] * x[i];
	}
	return sum;
}

export function unitStep(z: number): 0 | 1 {
	return z > 0 ? 1 : 0;
}

export function fires(
	w: number[],
	x: number[],
	theta: number,
): { signal: number; fires: boolean } {
	const signal = weighted(w, x);
	return { signal, fires: signal > theta };
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
	const z = weighted(w, x) + b;
	return { z, a: activation(z) };
}
