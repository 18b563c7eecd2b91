// slip: linearAbsoluteLoss adds the signed errors first and takes the absolute value of the sum, so errors of opposite sign cancel.
function sameLength(a: number[], b: number[]): void {
	if (a.length !== b.length) {
		throw new RangeError(`${a.length} against ${b.length} entries`);
	}
}

export function total(
	loss: (a: number, y: number) => number,
	pred: number[],
	label: number[],
): number {
	sameLength(pred, label);
	let sum = 0;
	for (let i = 0; i < pred.length; i++) {
		sum += loss(pred[i], label[i]);
	}
	return sum;
}

export function signedSum(pred: number[], label: number[]): number {
	sameLength(pred, label);
	let sum = 0;
	for (let i = 0; i < pred.length; i++) sum += pred[i] - label[i];
	return sum;
}

export function absoluteSum(pred: number[], label: number[]): number {
	return total((a, y) => Math.abs(a - y), pred, label);
}

export function squaredSum(pred: number[], label: number[]): number {
	return total((a, y) => (a - y) * (a - y), pred, label);
}

export function linearAbsoluteLoss(
	w: number,
	b: number,
	xs: number[],
	ys: number[],
): number {
	sameLength(xs, ys);
	let sum = 0;
	for (let i = 0; i < xs.length; i++) {
		sum += w * xs[i] + b - ys[i];
	}
	return Math.abs(sum);
}

export function sensitivity(
	loss: (a: number, y: number) => number,
	predA: number[],
	predB: number[],
	label: number[],
): number {
	const before = total(loss, predA, label);
	const after = total(loss, predB, label);
	if (before === 0) throw new RangeError("nothing to compare with");
	return after / before;
}
