/** Σ (aᵢ − yᵢ). Every function here throws RangeError when its lists differ in length. */
export function signedSum(pred: number[], label: number[]): number {
	return 0;
}

/** Σ |aᵢ − yᵢ| */
export function absoluteSum(pred: number[], label: number[]): number {
	return 0;
}

/** Σ (aᵢ − yᵢ)² */
export function squaredSum(pred: number[], label: number[]): number {
	return 0;
}

/** Σ loss(aᵢ, yᵢ), for any loss of one sample. */
export function total(
	loss: (a: number, y: number) => number,
	pred: number[],
	label: number[],
): number {
	return 0;
}

/** Σ |w·xᵢ + b − yᵢ| */
export function linearAbsoluteLoss(
	w: number,
	b: number,
	xs: number[],
	ys: number[],
): number {
	return 0;
}

/** total(B) / total(A). Throws RangeError when total(A) is 0. */
export function sensitivity(
	loss: (a: number, y: number) => number,
	predA: number[],
	predB: number[],
	label: number[],
): number {
	return 0;
}
