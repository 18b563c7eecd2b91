/** z = W·a + b with `W` outputs × inputs, followed by the activation. */
export interface Layer {
	W: number[][];
	b: number[];
	act: "sigmoid" | "tanh" | "relu" | "linear";
}

/** Half-squared: ½Σ(a − y)². Cross-entropy, behind sigmoid outputs: −Σ[y ln a + (1 − y) ln(1 − a)]. */
export type Cost = "half-squared" | "cross-entropy";

/** Equation 1: the delta of the last layer. */
export function outputDelta(
	a: number[],
	y: number[],
	z: number[],
	act: Layer["act"],
	cost: Cost,
): number[] {
	return [];
}

/** Equation 2: the delta of a layer, from the weights and the delta of the next one. */
export function backDelta(
	nextW: number[][],
	nextDelta: number[],
	z: number[],
	act: Layer["act"],
): number[] {
	return [];
}

/** One sample forward and backward. deltas[l], gradW[l] and gradB[l] belong to layers[l]. */
export function backprop(
	layers: Layer[],
	x: number[],
	y: number[],
	cost: Cost,
): {
	a: number[];
	deltas: number[][];
	gradW: number[][][];
	gradB: number[][];
} {
	return { a: [], deltas: [], gradW: [], gradB: [] };
}

/** Means over a batch. Throws RangeError if it is empty. */
export function batchGradients(
	layers: Layer[],
	X: number[][],
	Y: number[][],
	cost: Cost,
): { cost: number; gradW: number[][][]; gradB: number[][] } {
	return { cost: 0, gradW: [], gradB: [] };
}
