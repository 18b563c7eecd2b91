/** The 12-3-2 network, sigmoid in both layers: W1 3 × 12, b1 3, W2 2 × 3, b2 2. */
export interface DigitNet {
	W1: number[][];
	b1: number[];
	W2: number[][];
	b2: number[];
}

/** 47 numbers scale·normal(), drawn in the order W1 row by row, b1, W2 row by row, b2. */
export function initialNet(normal: () => number, scale: number): DigitNet {
	return { W1: [], b1: [], W2: [], b2: [] };
}

/** One step of gradient descent on J(Θ) over all images. Returns a new network and leaves `net` alone. */
export function trainEpoch(
	net: DigitNet,
	X: number[][],
	Y: number[][],
	eta: number,
): DigitNet {
	return { W1: [], b1: [], W2: [], b2: [] };
}

/** Epochs until J < stop or maxEpochs are over; costs[0] is the cost before training. */
export function train(
	net: DigitNet,
	X: number[][],
	Y: number[][],
	o: { eta: number; maxEpochs: number; stop: number },
): { net: DigitNet; costs: number[]; epochs: number } {
	return { net: { W1: [], b1: [], W2: [], b2: [] }, costs: [], epochs: 0 };
}

/** 0 or 1: the digit with the greater output, 0 on a tie. */
export function recognise(net: DigitNet, x: number[]): 0 | 1 {
	return 0;
}

/** The share of images that are recognised. */
export function accuracy(
	net: DigitNet,
	X: number[][],
	labels: (0 | 1)[],
): number {
	return 0;
}
