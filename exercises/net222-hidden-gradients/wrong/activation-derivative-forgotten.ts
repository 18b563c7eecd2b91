export interface Net222 {
	w: number[];
	b1: number;
	b2: number;
}

type Weights = [number, number, number, number, number, number, number, number];

function sigmoid(x: number): number {
	return 1 / (1 + Math.exp(-x));
}

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
	const [w1, w2, w3, w4, w5, w6, w7, w8] = net.w as Weights;
	const outH1 = sigmoid(w1 * i[0] + w2 * i[1] + net.b1);
	const outH2 = sigmoid(w3 * i[0] + w4 * i[1] + net.b1);
	const outO1 = sigmoid(w5 * outH1 + w6 * outH2 + net.b2);
	const outO2 = sigmoid(w7 * outH1 + w8 * outH2 + net.b2);

	const deltaO1 = (outO1 - target[0]) * outO1 * (1 - outO1);
	const deltaO2 = (outO2 - target[1]) * outO2 * (1 - outO2);
	const fromO1: [number, number] = [deltaO1 * w5, deltaO1 * w6];
	const fromO2: [number, number] = [deltaO2 * w7, deltaO2 * w8];
	const dE_dOutH: [number, number] = [
		fromO1[0] + fromO2[0],
		fromO1[1] + fromO2[1],
	];
	const deltaH: [number, number] = [dE_dOutH[0], dE_dOutH[1]];
	const gradW: [number, number, number, number] = [
		deltaH[0] * i[0],
		deltaH[0] * i[1],
		deltaH[1] * i[0],
		deltaH[1] * i[1],
	];
	const gradB1 = deltaH[0] + deltaH[1];
	return { fromO1, fromO2, dE_dOutH, deltaH, gradW, gradB1 };
}
