// style: index loops from the end, local arrays filled in place, y - y*y for the slope
export function chain(factors: number[]): number {
	let p = 1;
	for (let i = factors.length - 1; i >= 0; i--) p = factors[i] * p;
	return p;
}

export function chainPaths(paths: number[][]): { products: number[]; total: number } {
	const answer: { products: number[]; total: number } = { products: new Array(paths.length), total: 0 };
	for (let i = paths.length - 1; i >= 0; i--) {
		answer.products[i] = 1;
		for (let k = 0; k < paths[i].length; k++) answer.products[i] *= paths[i][k];
		answer.total += answer.products[i];
	}
	return answer;
}

export function neuronDerivatives(w: number[], x: number[], b: number) {
	const n = w.length;
	if (x.length !== n) throw new RangeError("as many inputs as weights");
	let z = 0;
	for (let i = n - 1; i >= 0; i--) z += x[i] * w[i];
	z += b;
	const y = 1 / (1 + Math.E ** -z);
	const slope = y - y * y;
	const dyDw: number[] = new Array(n);
	const dyDx: number[] = new Array(n);
	for (let i = 0; i < n; i++) {
		dyDw[i] = slope * x[i];
		dyDx[i] = slope * w[i];
	}
	return { z: z, y: y, dyDz: slope, dyDw: dyDw, dyDx: dyDx, dyDb: slope };
}
