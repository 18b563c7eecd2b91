// slip: errors applies the half twice: total is ½(E_o1 + E_o2) although each E_o already contains its ½.
export interface Net222 {
	w: number[];
	b1: number;
	b2: number;
}

const sigmoid = (l: number): number => 1 / (1 + Math.exp(-l));

export function forward(
	net: Net222,
	i: [number, number],
): {
	lh: [number, number];
	outH: [number, number];
	lo: [number, number];
	outO: [number, number];
} {
	const [w1, w2, w3, w4, w5, w6, w7, w8] = net.w;
	const lh: [number, number] = [
		w1 * i[0] + w2 * i[1] + net.b1,
		w3 * i[0] + w4 * i[1] + net.b1,
	];
	const outH: [number, number] = [sigmoid(lh[0]), sigmoid(lh[1])];
	const lo: [number, number] = [
		w5 * outH[0] + w6 * outH[1] + net.b2,
		w7 * outH[0] + w8 * outH[1] + net.b2,
	];
	const outO: [number, number] = [sigmoid(lo[0]), sigmoid(lo[1])];
	return { lh, outH, lo, outO };
}

export function errors(
	outO: [number, number],
	target: [number, number],
): { e: [number, number]; total: number } {
	const e: [number, number] = [
		0.5 * (target[0] - outO[0]) ** 2,
		0.5 * (target[1] - outO[1]) ** 2,
	];
	return { e, total: 0.5 * (e[0] + e[1]) };
}
