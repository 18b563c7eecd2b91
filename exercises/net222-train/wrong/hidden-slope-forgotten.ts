export interface Net222 {
	w: number[];
	b1: number;
	b2: number;
}

type Weights = [number, number, number, number, number, number, number, number];

function sigmoid(x: number): number {
	return 1 / (1 + Math.exp(-x));
}

function forward(net: Net222, i: [number, number]) {
	const [w1, w2, w3, w4, w5, w6, w7, w8] = net.w as Weights;
	const h1 = sigmoid(w1 * i[0] + w2 * i[1] + net.b1);
	const h2 = sigmoid(w3 * i[0] + w4 * i[1] + net.b1);
	const o1 = sigmoid(w5 * h1 + w6 * h2 + net.b2);
	const o2 = sigmoid(w7 * h1 + w8 * h2 + net.b2);
	return { h1, h2, o1, o2 };
}

function totalError(
	net: Net222,
	i: [number, number],
	target: [number, number],
): number {
	const { o1, o2 } = forward(net, i);
	return ((target[0] - o1) ** 2 + (target[1] - o2) ** 2) / 2;
}

export function trainStep(
	net: Net222,
	i: [number, number],
	target: [number, number],
	eta: number,
	trainBiases: boolean,
): Net222 {
	const [w1, w2, w3, w4, w5, w6, w7, w8] = net.w as Weights;
	const { h1, h2, o1, o2 } = forward(net, i);

	const deltaO1 = (o1 - target[0]) * o1 * (1 - o1);
	const deltaO2 = (o2 - target[1]) * o2 * (1 - o2);
	const deltaH1 = deltaO1 * w5 + deltaO2 * w7;
	const deltaH2 = deltaO1 * w6 + deltaO2 * w8;
	const newW5 = w5 - eta * deltaO1 * h1;
	const newW6 = w6 - eta * deltaO1 * h2;
	const newW7 = w7 - eta * deltaO2 * h1;
	const newW8 = w8 - eta * deltaO2 * h2;
	const newW1 = w1 - eta * deltaH1 * i[0];
	const newW2 = w2 - eta * deltaH1 * i[1];
	const newW3 = w3 - eta * deltaH2 * i[0];
	const newW4 = w4 - eta * deltaH2 * i[1];

	let b1 = net.b1;
	let b2 = net.b2;
	if (trainBiases) {
		b1 -= eta * (deltaH1 + deltaH2);
		b2 -= eta * (deltaO1 + deltaO2);
	}
	return {
		w: [newW1, newW2, newW3, newW4, newW5, newW6, newW7, newW8],
		b1,
		b2,
	};
}

export function train(
	net: Net222,
	i: [number, number],
	target: [number, number],
	eta: number,
	steps: number,
	trainBiases: boolean,
): { net: Net222; errors: number[] } {
	let current: Net222 = { w: net.w.slice(), b1: net.b1, b2: net.b2 };
	const errors: number[] = [];
	for (let n = 0; n < steps; n++) {
		current = trainStep(current, i, target, eta, trainBiases);
		errors.push(totalError(current, i, target));
	}
	return { net: current, errors };
}
