// slip: hiddenGradients carries the output deltas back through the already updated weights w5 to w8 (after a step with rate 1) instead of those of the forward pass.
export interface Net222 {
	w: number[];
	b1: number;
	b2: number;
}

const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));

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
	const [w1, w2, w3, w4, w5, w6, w7, w8] = net.w;

	const h1 = sigmoid(w1 * i[0] + w2 * i[1] + net.b1);
	const h2 = sigmoid(w3 * i[0] + w4 * i[1] + net.b1);
	const o1 = sigmoid(w5 * h1 + w6 * h2 + net.b2);
	const o2 = sigmoid(w7 * h1 + w8 * h2 + net.b2);

	const d1 = (o1 - target[0]) * o1 * (1 - o1);
	const d2 = (o2 - target[1]) * o2 * (1 - o2);

	const fromO1: [number, number] = [d1 * (w5 - d1 * h1), d1 * (w6 - d1 * h2)];
	const fromO2: [number, number] = [d2 * (w7 - d2 * h1), d2 * (w8 - d2 * h2)];
	const back: [number, number] = [fromO1[0] + fromO2[0], fromO1[1] + fromO2[1]];
	const deltaH: [number, number] = [
		back[0] * h1 * (1 - h1),
		back[1] * h2 * (1 - h2),
	];

	return {
		fromO1,
		fromO2,
		dE_dOutH: back,
		deltaH,
		gradW: [
			deltaH[0] * i[0],
			deltaH[0] * i[1],
			deltaH[1] * i[0],
			deltaH[1] * i[1],
		],
		gradB1: deltaH[0] + deltaH[1],
	};
}
