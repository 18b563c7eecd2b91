/** The 2-2-2 network: `w` is [w1, …, w8] with w1 at index 0, `b1` serves both hidden neurons, `b2` both outputs. */
export interface Net222 {
	w: number[];
	b1: number;
	b2: number;
}

/** The gradient of E by w1 … w4 and by b1, with everything that comes back to the hidden layer on the way. */
export function hiddenGradients(
	net: Net222,
	i: [number, number],
	target: [number, number],
): {
	fromO1: [number, number];
	fromO2: [number, number];
	dE_dOutH: [number, number];
	deltaH: [number, number];
	gradW: [number, number, number, number];
	gradB1: number;
} {
	return {
		fromO1: [0, 0],
		fromO2: [0, 0],
		dE_dOutH: [0, 0],
		deltaH: [0, 0],
		gradW: [0, 0, 0, 0],
		gradB1: 0,
	};
}
