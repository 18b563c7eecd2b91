/** One layer for a whole batch: every row of Z is W·x + b for one sample. */
export function layerForward(
	X: number[][],
	W: number[][],
	b: number[],
	activation: (z: number) => number,
): { Z: number[][]; A: number[][] } {
	const Z = X.map((x) => affine(W, x, b));
	return { Z, A: Z.map((row) => row.map((z) => activation(z))) };
}

/** w^l_ji: to neuron j of layer l, from neuron i of the layer before. */
export function weightName(layer: number, to: number, from: number): string {
	const comma = Math.max(to, from) > 9 ? "," : "";
	return `w^${layer}_${to}${comma}${from}`;
}

/** The single layer that does what two layers without activation do one after the other. */
export function collapse(
	W1: number[][],
	b1: number[],
	W2: number[][],
	b2: number[],
): { W: number[][]; b: number[] } {
	const columns = transpose(W1);
	return {
		W: W2.map((row) => columns.map((column) => dot(row, column))), // W2·W1
		b: affine(W2, b1, b2), // b1 passes through the second layer like any other input
	};
}

/** W·x + b, one value for each row of W. */
function affine(W: number[][], x: number[], b: number[]): number[] {
	if (b.length !== W.length)
		throw new RangeError(
			`${W.length} neurons need as many biases, got ${b.length}`,
		);
	return W.map((row, j) => dot(row, x) + (b[j] as number));
}

function dot(a: number[], b: number[]): number {
	if (a.length !== b.length)
		throw new RangeError(`expected ${a.length} values, got ${b.length}`);
	return a.reduce((sum, value, i) => sum + value * (b[i] as number), 0);
}

function transpose(W: number[][]): number[][] {
	const [first = []] = W;
	return first.map((_, i) => W.map((row) => row[i] as number));
}
