function sameLength(a: number[], b: number[]): void {
	if (a.length !== b.length) throw new RangeError("lengths differ");
}

export function mse(pred: number[], label: number[]): number {
	sameLength(pred, label);
	const m = pred.length;
	if (m === 0) throw new RangeError("empty batch");
	let sum = 0;
	for (let i = 0; i < m; i++) sum += (pred[i] - label[i]) ** 2;
	return sum / (2 * m);
}

export function mseGradient(pred: number[], label: number[]): number[] {
	sameLength(pred, label);
	const m = pred.length;
	if (m === 0) throw new RangeError("empty batch");
	return pred.map((z, i) => (z - label[i]) / m);
}

export function networkError(out: number[], target: number[]): number {
	sameLength(out, target);
	let sum = 0;
	for (let k = 0; k < out.length; k++) sum += (target[k] - out[k]) ** 2;
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
