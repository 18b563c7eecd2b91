export function signedSum(pred: number[], label: number[]): number {
	let sum = 0;
	for (let i = 0; i < pred.length; i++)
		sum += (pred[i] as number) - (label[i] as number);
	return sum;
}

export function absoluteSum(pred: number[], label: number[]): number {
	let sum = 0;
	for (let i = 0; i < pred.length; i++)
		sum += Math.abs((pred[i] as number) - (label[i] as number));
	return sum;
}

export function squaredSum(pred: number[], label: number[]): number {
	let sum = 0;
	for (let i = 0; i < pred.length; i++)
		sum += ((pred[i] as number) - (label[i] as number)) ** 2;
	return sum;
}

export function total(
	loss: (a: number, y: number) => number,
	pred: number[],
	label: number[],
): number {
	let sum = 0;
	for (let i = 0; i < pred.length; i++)
		sum += loss(pred[i] as number, label[i] as number);
	return sum;
}

export function linearAbsoluteLoss(
	w: number,
	b: number,
	xs: number[],
	ys: number[],
): number {
	let sum = 0;
	for (let i = 0; i < xs.length; i++)
		sum += Math.abs(w * (xs[i] as number) + b - (ys[i] as number));
	return sum;
}

export function sensitivity(
	loss: (a: number, y: number) => number,
	predA: number[],
	predB: number[],
	label: number[],
): number {
	const a = total(loss, predA, label);
	const b = total(loss, predB, label);
	if (a === 0) throw new RangeError("total(A) is 0");
	return b / a;
}
