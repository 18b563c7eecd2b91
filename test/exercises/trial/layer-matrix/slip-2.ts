// slip: layerForward leaves the bias out of Z and adds it only on the way into the activation, so A is right and Z is not.
function need(ok: boolean, what: string): void {
	if (!ok) throw new RangeError(what);
}

export function layerForward(
	X: number[][],
	W: number[][],
	b: number[],
	activation: (z: number) => number,
): { Z: number[][]; A: number[][] } {
	need(b.length === W.length, "one bias for each neuron");
	const Z: number[][] = [];
	const A: number[][] = [];
	for (const x of X) {
		need(x.length === W[0].length, "sample and weights do not fit");
		const z = W.map((row) => {
			let s = 0;
			row.forEach((wji, i) => {
				s += wji * x[i];
			});
			return s;
		});
		Z.push(z);
		A.push(z.map((v, j) => activation(v + b[j])));
	}
	return { Z, A };
}

export function weightName(layer: number, to: number, from: number): string {
	const comma = to > 9 || from > 9 ? "," : "";
	return `w^${layer}_${to}${comma}${from}`;
}

export function collapse(
	W1: number[][],
	b1: number[],
	W2: number[][],
	b2: number[],
): { W: number[][]; b: number[] } {
	need(b1.length === W1.length, "biases of layer 1");
	need(b2.length === W2.length, "biases of layer 2");
	for (const row of W2) need(row.length === W1.length, "layers do not fit");

	const W: number[][] = [];
	const b: number[] = [];
	for (let r = 0; r < W2.length; r++) {
		const line: number[] = new Array(W1[0].length).fill(0);
		let bias = b2[r];
		for (let k = 0; k < W1.length; k++) {
			for (let c = 0; c < line.length; c++) line[c] += W2[r][k] * W1[k][c];
			bias += W2[r][k] * b1[k];
		}
		W.push(line);
		b.push(bias);
	}
	return { W, b };
}
