/** The 12-3-2 network, sigmoid in both layers: W1 3 × 12, b1 3, W2 2 × 3, b2 2. */
export interface DigitNet {
	W1: number[][];
	b1: number[];
	W2: number[][];
	b2: number[];
}

/** All weights and biases of a fully connected network; `sizes` lists its layers, the inputs first. */
export function parameterCount(sizes: number[]): number {
	return 0;
}

/** Whether there are at least as many samples as parameters. */
export function enoughData(sizes: number[], samples: number): boolean {
	return false;
}

/** Four rows of three characters, "0" or "1", as twelve numbers. RangeError for anything else. */
export function toInput(rows: string[]): number[] {
	return [];
}

/** Both layers for one image. RangeError unless there are twelve pixels. */
export function forward(
	net: DigitNet,
	x: number[],
): { z1: number[]; a1: number[]; z2: number[]; a2: number[] } {
	return { z1: [], a1: [], z2: [], a2: [] };
}

/** C_T, a sum over the images. RangeError when X and Y differ in length. */
export function squaredCost(
	net: DigitNet,
	X: number[][],
	Y: number[][],
): number {
	return 0;
}

/** J(Θ), a mean over the images. RangeError also when there are none. */
export function crossEntropyCost(
	net: DigitNet,
	X: number[][],
	Y: number[][],
): number {
	return 0;
}
