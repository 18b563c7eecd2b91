/** The 2-2-2 network: `w` is [w1, …, w8], `b1` serves both hidden neurons, `b2` both outputs. */
export interface Net222 {
	w: number[];
	b1: number;
	b2: number;
}

type EightWeights = [
	number,
	number,
	number,
	number,
	number,
	number,
	number,
	number,
];

function sigmoid(l: number): number {
	return 1 / (1 + Math.exp(-l));
}

/** σ′ where σ is known to be `out`. */
function slope(out: number): number {
	return out * (1 - out);
}

/** The gradient of E = ½Σ(target − out)² by w1 … w4 and b1: the deltas of the outputs, carried back along every path. */
export function hiddenGradients(
	net: Net222,
	[i1, i2]: [number, number],
	[t1, t2]: [number, number],
): {
	fromO1: [number, number];
	fromO2: [number, number];
	dE_dOutH: [number, number];
	deltaH: [number, number];
	gradW: [number, number, number, number];
	gradB1: number;
} {
	const [w1, w2, w3, w4, w5, w6, w7, w8] = net.w as EightWeights;
	const h1 = sigmoid(w1 * i1 + w2 * i2 + net.b1);
	const h2 = sigmoid(w3 * i1 + w4 * i2 + net.b1);
	const o1 = sigmoid(w5 * h1 + w6 * h2 + net.b2);
	const o2 = sigmoid(w7 * h1 + w8 * h2 + net.b2);

	const deltaO1 = (o1 - t1) * slope(o1);
	const deltaO2 = (o2 - t2) * slope(o2);
	const fromO1: [number, number] = [deltaO1 * w5, deltaO1 * w6];
	const fromO2: [number, number] = [deltaO2 * w7, deltaO2 * w8];
	const dE1 = fromO1[0] + fromO2[0]; // two paths meet in h1
	const dE2 = fromO1[1] + fromO2[1]; // and two in h2
	const deltaH1 = dE1 * slope(h1);
	const deltaH2 = dE2 * slope(h2);

	return {
		fromO1,
		fromO2,
		dE_dOutH: [dE1, dE2],
		deltaH: [deltaH1, deltaH2],
		gradW: [deltaH1 * i1, deltaH1 * i2, deltaH2 * i1, deltaH2 * i2],
		gradB1: deltaH1 + deltaH2,
	};
}
