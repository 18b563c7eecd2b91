export interface Net222 {
	w: number[];
	b1: number;
	b2: number;
}

function sigmoid(l: number): number {
	return 1 / (1 + Math.exp(-l));
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
	const { w, b1, b2 } = net;
	const h1 = sigmoid(w[0] * i[0] + w[1] * i[1] + b1);
	const h2 = sigmoid(w[2] * i[0] + w[3] * i[1] + b1);
	const o1 = sigmoid(w[4] * h1 + w[5] * h2 + b2);
	const o2 = sigmoid(w[6] * h1 + w[7] * h2 + b2);

	const dE_dOut: [number, number] = [o1 - target[0], o2 - target[1]];
	const dOut_dL: [number, number] = [o1 * (1 - o1), o2 * (1 - o2)];
	const d1 = dE_dOut[0] * dOut_dL[0];
	const d2 = dE_dOut[1] * dOut_dL[1];
	return {
		dE_dOut,
		dOut_dL,
		deltaO: [d1, d2],
		gradW: [d1 * h1, d1 * h2, d2 * h1, d2 * h2],
		gradB2: d1 + d2,
	};
}

export function updateWeight(w: number, gradient: number, eta: number): number {
	return w - eta * gradient;
}
