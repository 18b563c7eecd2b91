export interface Net222 {
	w: number[];
	b1: number;
	b2: number;
}

type Weights = [number, number, number, number, number, number, number, number];

function sigmoid(x: number): number {
	return 1 / (1 + Math.exp(-x));
}

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
	const [w1, w2, w3, w4, w5, w6, w7, w8] = net.w as Weights;
	const outH1 = sigmoid(w1 * i[0] + w2 * i[1] + net.b1);
	const outH2 = sigmoid(w3 * i[0] + w4 * i[1] + net.b1);
	const outO1 = sigmoid(w5 * outH1 + w6 * outH2 + net.b2);
	const outO2 = sigmoid(w7 * outH1 + w8 * outH2 + net.b2);

	const dE_dOut: [number, number] = [outO1 - target[0], outO2 - target[1]];
	const dOut_dL: [number, number] = [outO1 * (1 - outO1), outO2 * (1 - outO2)];
	const deltaO: [number, number] = [
		dE_dOut[0] * dOut_dL[0],
		dE_dOut[1] * dOut_dL[1],
	];
	const gradW: [number, number, number, number] = [
		deltaO[0] * outH1,
		deltaO[0] * outH2,
		deltaO[1] * outH1,
		deltaO[1] * outH2,
	];
	const gradB2 = deltaO[0];
	return { dE_dOut, dOut_dL, deltaO, gradW, gradB2 };
}

export function updateWeight(w: number, gradient: number, eta: number): number {
	return w - eta * gradient;
}
