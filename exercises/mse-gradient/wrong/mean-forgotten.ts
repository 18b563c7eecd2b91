function check(a: number[], b: number[], least: number): void {
	if (a.length !== b.length || a.length < least)
		throw new RangeError("the lists do not fit");
}

export function mse(pred: number[], label: number[]): number {
	check(pred, label, 1);
	let sum = 0;
	for (const [i, z] of pred.entries()) sum += (z - (label[i] as number)) ** 2;
	return sum / 2;
}

export function mseGradient(pred: number[], label: number[]): number[] {
	check(pred, label, 1);
	return pred.map((z, i) => (z - (label[i] as number)) / pred.length);
}

export function networkError(out: number[], target: number[]): number {
	check(out, target, 0);
	let sum = 0;
	for (const [k, o] of out.entries()) sum += ((target[k] as number) - o) ** 2;
	return sum / 2;
}

export function objective(
	cost: number,
	weights: number[],
	lambda: number,
): { value: number; extraGradient: number[] } {
	let squares = 0;
	for (const w of weights) squares += w * w;
	return {
		value: cost + (lambda / 2) * squares,
		extraGradient: weights.map((w) => lambda * w),
	};
}
