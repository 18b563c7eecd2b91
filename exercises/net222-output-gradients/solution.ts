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

/** The gradient of E = ½Σ(target − out)² by w5 … w8 and b2, with the factors it is made of. */
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
	const { h1, h2, o1, o2 } = forward(net, i);

	const dE1 = o1 - target[0];
	const dE2 = o2 - target[1];
	const slope1 = o1 * (1 - o1); // σ' written with σ
	const slope2 = o2 * (1 - o2);
	const delta1 = dE1 * slope1; // ∂E/∂l
	const delta2 = dE2 * slope2;

	return {
		dE_dOut: [dE1, dE2],
		dOut_dL: [slope1, slope2],
		deltaO: [delta1, delta2],
		gradW: [delta1 * h1, delta1 * h2, delta2 * h1, delta2 * h2],
		gradB2: delta1 + delta2,
	};
}

/** One step of gradient descent for one weight. */
export function updateWeight(w: number, gradient: number, eta: number): number {
	return w - eta * gradient;
}
