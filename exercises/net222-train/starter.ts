/** The 2-2-2 network: `w` is [w1, …, w8] with w1 at index 0, `b1` serves both hidden neurons, `b2` both outputs. */
export interface Net222 {
	w: number[];
	b1: number;
	b2: number;
}

/** One training step with learning rate `eta`. Returns a new network and leaves `net` alone. */
export function trainStep(
	net: Net222,
	i: [number, number],
	target: [number, number],
	eta: number,
	trainBiases: boolean,
): Net222 {
	return { w: [0, 0, 0, 0, 0, 0, 0, 0], b1: 0, b2: 0 };
}

/** `steps` training steps; errors[n] is E after step n + 1. */
export function train(
	net: Net222,
	i: [number, number],
	target: [number, number],
	eta: number,
	steps: number,
	trainBiases: boolean,
): { net: Net222; errors: number[] } {
	return { net: { w: [0, 0, 0, 0, 0, 0, 0, 0], b1: 0, b2: 0 }, errors: [] };
}
