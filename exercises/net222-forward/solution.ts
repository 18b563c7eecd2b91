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

/** From the inputs to the outputs; `l…` are weighted sums, `out…` what the sigmoid makes of them. */
export function forward(
	net: Net222,
	i: [number, number],
): {
	lh: [number, number];
	outH: [number, number];
	lo: [number, number];
	outO: [number, number];
} {
	const [w1, w2, w3, w4, w5, w6, w7, w8] = net.w as EightWeights;
	const [i1, i2] = i;

	const lh1 = w1 * i1 + w2 * i2 + net.b1;
	const lh2 = w3 * i1 + w4 * i2 + net.b1;
	const h1 = sigmoid(lh1);
	const h2 = sigmoid(lh2);

	const lo1 = w5 * h1 + w6 * h2 + net.b2;
	const lo2 = w7 * h1 + w8 * h2 + net.b2;
	return {
		lh: [lh1, lh2],
		outH: [h1, h2],
		lo: [lo1, lo2],
		outO: [sigmoid(lo1), sigmoid(lo2)],
	};
}

/** Half the squared distance of each output from its target, and the sum of both. */
export function errors(
	outO: [number, number],
	target: [number, number],
): { e: [number, number]; total: number } {
	const e1 = 0.5 * (target[0] - outO[0]) ** 2;
	const e2 = 0.5 * (target[1] - outO[1]) ** 2;
	return { e: [e1, e2], total: e1 + e2 };
}
