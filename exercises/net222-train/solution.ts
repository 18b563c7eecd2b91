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

/** What the hidden neurons and the outputs send out. */
function forward(net: Net222, [i1, i2]: [number, number]) {
	const [w1, w2, w3, w4, w5, w6, w7, w8] = net.w as EightWeights;
	const h1 = sigmoid(w1 * i1 + w2 * i2 + net.b1);
	const h2 = sigmoid(w3 * i1 + w4 * i2 + net.b1);
	const o1 = sigmoid(w5 * h1 + w6 * h2 + net.b2);
	const o2 = sigmoid(w7 * h1 + w8 * h2 + net.b2);
	return { h1, h2, o1, o2 };
}

/** E = ½Σ(target − out)². */
function totalError(
	net: Net222,
	i: [number, number],
	[t1, t2]: [number, number],
): number {
	const { o1, o2 } = forward(net, i);
	return 0.5 * (t1 - o1) ** 2 + 0.5 * (t2 - o2) ** 2;
}

/** The gradient of E, in the shape of the network itself. */
function gradients(
	net: Net222,
	i: [number, number],
	[t1, t2]: [number, number],
) {
	const { h1, h2, o1, o2 } = forward(net, i);
	const [, , , , w5, w6, w7, w8] = net.w as EightWeights;
	const [i1, i2] = i;

	const deltaO1 = (o1 - t1) * o1 * (1 - o1);
	const deltaO2 = (o2 - t2) * o2 * (1 - o2);
	const deltaH1 = (deltaO1 * w5 + deltaO2 * w7) * h1 * (1 - h1);
	const deltaH2 = (deltaO1 * w6 + deltaO2 * w8) * h2 * (1 - h2);

	const w: EightWeights = [
		deltaH1 * i1,
		deltaH1 * i2,
		deltaH2 * i1,
		deltaH2 * i2,
		deltaO1 * h1,
		deltaO1 * h2,
		deltaO2 * h1,
		deltaO2 * h2,
	];
	return { w, b1: deltaH1 + deltaH2, b2: deltaO1 + deltaO2 };
}

/** One step of gradient descent: all gradients first, then a new network. */
export function trainStep(
	net: Net222,
	i: [number, number],
	target: [number, number],
	eta: number,
	trainBiases: boolean,
): Net222 {
	const gradient = gradients(net, i, target);
	const w = net.w.map((weight, k) => weight - eta * (gradient.w[k] as number));
	if (!trainBiases) return { w, b1: net.b1, b2: net.b2 };
	return { w, b1: net.b1 - eta * gradient.b1, b2: net.b2 - eta * gradient.b2 };
}

/** Repeats the step; `errors` holds E after each one. */
export function train(
	net: Net222,
	i: [number, number],
	target: [number, number],
	eta: number,
	steps: number,
	trainBiases: boolean,
): { net: Net222; errors: number[] } {
	let current: Net222 = { ...net, w: [...net.w] };
	const errors: number[] = [];
	while (errors.length < steps) {
		current = trainStep(current, i, target, eta, trainBiases);
		errors.push(totalError(current, i, target));
	}
	return { net: current, errors };
}
