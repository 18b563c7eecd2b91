function sameLength(a: number[], b: number[]): void {
	if (a.length !== b.length) throw new RangeError("lengths differ");
}

export function softmax(z: number[]): number[] {
	const top = Math.max(...z);
	const e = z.map((v) => Math.exp(v - top));
	let total = 0;
	for (const v of e) total += v;
	return e.map((v) => v / total);
}

export function oneHot(label: number, classes: number): number[] {
	if (!Number.isInteger(label) || label < 0 || label > classes - 1)
		throw new RangeError("no such class");
	const y: number[] = [];
	for (let k = 0; k < classes; k++) y.push(k === label - 1 ? 1 : 0);
	return y;
}

export function crossEntropy(a: number[], y: number[]): number {
	sameLength(a, y);
	let loss = 0;
	for (let k = 0; k < a.length; k++)
		loss -= (y[k] as number) * Math.log(Math.max(a[k] as number, 1e-12));
	return loss;
}

export function logitLoss(z: number[], y: number[]): number {
	return crossEntropy(softmax(z), y);
}

export function logitGradient(z: number[], y: number[]): number[] {
	sameLength(z, y);
	return softmax(z).map((p, k) => p - (y[k] as number));
}

export function predict(z: number[]): number {
	let best = 0;
	for (let k = 1; k < z.length; k++)
		if ((z[k] as number) > (z[best] as number)) best = k;
	return best;
}
