// slip: bceSlopeZ multiplies by the slope of the sigmoid once too often: (a − y)·a·(1 − a) instead of a − y.
function clip(a: number): number {
	return Math.min(1 - 1e-12, Math.max(1e-12, a));
}

export function bce(a: number, y: 0 | 1): number {
	const p = clip(a);
	return -(y * Math.log(p) + (1 - y) * Math.log(1 - p));
}

export function bceMean(as: number[], ys: (0 | 1)[]): number {
	if (as.length !== ys.length) throw new RangeError("lengths differ");
	if (as.length === 0) throw new RangeError("empty batch");
	let sum = 0;
	for (let i = 0; i < as.length; i++) sum += bce(as[i], ys[i]);
	return sum / as.length;
}

export function bceSlope(a: number, y: 0 | 1): number {
	const p = clip(a);
	return (p - y) / (p * (1 - p));
}

export function bceSlopeZ(a: number, y: 0 | 1): number {
	return (a - y) * a * (1 - a);
}

export function better(predictions: number[], y: 0 | 1): number {
	if (predictions.length === 0) throw new RangeError("no predictions");
	let best = 0;
	for (let i = 1; i < predictions.length; i++) {
		if (bce(predictions[i], y) < bce(predictions[best], y)) best = i;
	}
	return best;
}
