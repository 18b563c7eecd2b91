/** The 2-2-2 network: `w` is [w1, …, w8] with w1 at index 0, `b1` serves both hidden neurons, `b2` both outputs. */
export interface Net222 {
	w: number[];
	b1: number;
	b2: number;
}

/** The gradient of E by w5 … w8 and by b2, with the factors it is made of. Begin with a forward pass. */
export function outputGradients(
	net: Net222,
	i: [number, number],
	target: [number, number],
): {
	dE_dOut: [number, number];
	dOut_dL: [number, number];
	deltaO: [number, number];
	gradW: [number, number, number, number];
	gradB2: number;
} {
	return {
		dE_dOut: [0, 0],
		dOut_dL: [0, 0],
		deltaO: [0, 0],
		gradW: [0, 0, 0, 0],
		gradB2: 0,
	};
}

/** One step of gradient descent for one weight; `eta` is the learning rate. */
export function updateWeight(w: number, gradient: number, eta: number): number {
	return 0;
}
