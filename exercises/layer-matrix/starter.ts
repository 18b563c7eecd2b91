/**
 * One layer for a whole batch. `X`: samples × inputs, `W`: neurons × inputs, `b`: one bias for each neuron.
 * Z and A are samples × neurons.
 */
export function layerForward(
	X: number[][],
	W: number[][],
	b: number[],
	activation: (z: number) => number,
): { Z: number[][]; A: number[][] } {
	return { Z: [], A: [] };
}

/** The name of a weight, such as "w^2_31": layer 2, to neuron 3, from neuron 1. */
export function weightName(layer: number, to: number, from: number): string {
	return "";
}

/** One layer in place of two that have no activation between them. */
export function collapse(
	W1: number[][],
	b1: number[],
	W2: number[][],
	b2: number[],
): { W: number[][]; b: number[] } {
	return { W: [], b: [] };
}
