export interface Net222 {
	w: number[];
	b1: number;
	b2: number;
}

const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));

function run(net: Net222, i: [number, number]) {
	const w = net.w;
	const h1 = sigmoid(w[0] * i[0] + w[1] * i[1] + net.b1);
	const h2 = sigmoid(w[2] * i[0] + w[3] * i[1] + net.b1);
	const o1 = sigmoid(w[4] * h1 + w[5] * h2 + net.b2);
	const o2 = sigmoid(w[6] * h1 + w[7] * h2 + net.b2);
	return { h1, h2, o1, o2 };
}

function errorOf(
	net: Net222,
	i: [number, number],
	target: [number, number],
): number {
	const { o1, o2 } = run(net, i);
	return ((target[0] - o1) ** 2 + (target[1] - o2) ** 2) / 2;
}

export function trainStep(
	net: Net222,
	i: [number, number],
	target: [number, number],
	eta: number,
	trainBiases: boolean,
): Net222 {
	const { h1, h2, o1, o2 } = run(net, i);
	const old = net.w;
	const w = [...old];

	const dO1 = (o1 - target[0]) * o1 * (1 - o1);
	const dO2 = (o2 - target[1]) * o2 * (1 - o2);
	w[4] -= eta * dO1 * h1;
	w[5] -= eta * dO1 * h2;
	w[6] -= eta * dO2 * h1;
	w[7] -= eta * dO2 * h2;

	const dH1 = (dO1 * old[4] + dO2 * old[6]) * h1 * (1 - h1);
	const dH2 = (dO1 * old[5] + dO2 * old[7]) * h2 * (1 - h2);
	w[0] -= eta * dH1 * i[0];
	w[1] -= eta * dH1 * i[1];
	w[2] -= eta * dH2 * i[0];
	w[3] -= eta * dH2 * i[1];

	let { b1, b2 } = net;
	if (trainBiases) {
		b1 -= eta * (dH1 + dH2);
		b2 -= eta * (dO1 + dO2);
	}
	return { w, b1, b2 };
}

export function train(
	net: Net222,
	i: [number, number],
	target: [number, number],
	eta: number,
	steps: number,
	trainBiases: boolean,
): { net: Net222; errors: number[] } {
	let current: Net222 = { w: [...net.w], b1: net.b1, b2: net.b2 };
	const errors: number[] = [];
	for (let n = 0; n < steps; n++) {
		current = trainStep(current, i, target, eta, trainBiases);
		errors.push(errorOf(current, i, target));
	}
	return { net: current, errors };
}
