type Loss = (a: number, y: number) => number;

/** The loss of a list of samples: the errors of the single samples, added up. */
export function total(loss: Loss, pred: number[], label: number[]): number {
	if (pred.length !== label.length)
		throw new RangeError(
			`expected one label for each prediction; got ${pred.length} and ${label.length}`,
		);
	return pred.reduce((sum, a, i) => sum + loss(a, label[i] as number), 0);
}

/** What the errors add up to when they keep their signs. */
export function signedSum(pred: number[], label: number[]): number {
	return total((a, y) => a - y, pred, label);
}

/** The distances, added up. */
export function absoluteSum(pred: number[], label: number[]): number {
	return total((a, y) => Math.abs(a - y), pred, label);
}

/** The squared distances, added up. */
export function squaredSum(pred: number[], label: number[]): number {
	return total((a, y) => (a - y) ** 2, pred, label);
}

/** The absolute loss of the line w·x + b. */
export function linearAbsoluteLoss(
	w: number,
	b: number,
	xs: number[],
	ys: number[],
): number {
	const line = xs.map((x) => w * x + b);
	return absoluteSum(line, ys);
}

/** How many times larger the loss is for predictions B than for predictions A. */
export function sensitivity(
	loss: Loss,
	predA: number[],
	predB: number[],
	label: number[],
): number {
	const before = total(loss, predA, label);
	const after = total(loss, predB, label);
	if (before === 0)
		throw new RangeError("the loss of A is 0: nothing to compare B with");
	return after / before;
}
