export function layerForward(
	X: number[][],
	W: number[][],
	b: number[],
	activation: (z: number) => number,
): { Z: number[][]; A: number[][] } {
	if (W.length !== b.length) throw new RangeError("one bias for each neuron");
	const Z: number[][] = [];
	const A: number[][] = [];
	for (let s = 0; s < X.length; s++) {
		const x = X[s] as number[];
		const z: number[] = [];
		for (let j = 0; j < W.length; j++) {
			const row = W[j] as number[];
			if (row.length !== x.length) throw new RangeError("shapes do not fit");
			let sum = b[j] as number;
			for (let i = 0; i < x.length; i++)
				sum += (row[i] as number) * (x[i] as number);
			z.push(sum);
		}
		Z.push(z);
		A.push(z.map((value) => activation(value)));
	}
	return { Z, A };
}

export function weightName(layer: number, to: number, from: number): string {
	if (to >= 10 || from >= 10) return `w^${layer}_${to},${from}`;
	return `w^${layer}_${to}${from}`;
}

function product(A: number[][], B: number[][]): number[][] {
	return A.map((row) => {
		if (row.length !== B.length) throw new RangeError("shapes do not fit");
		return (B[0] as number[]).map((_, i) =>
			row.reduce((sum, v, k) => sum + v * ((B[k] as number[])[i] as number), 0),
		);
	});
}

export function collapse(
	W1: number[][],
	b1: number[],
	W2: number[][],
	b2: number[],
): { W: number[][]; b: number[] } {
	if (b1.length !== W1.length || b2.length !== W2.length)
		throw new RangeError("one bias for each neuron");
	const W = product(W2, W1);
	return { W, b: [...b2] };
}
