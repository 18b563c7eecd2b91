const clip = (a: number) => Math.min(Math.max(a, 1e-12), 1 - 1e-12);

export function bce(a: number, y: 0 | 1): number {
	const p = clip(a);
	return -(y * Math.log(p) + (1 - y) * Math.log(1 - p));
}

export function bceMean(as: number[], ys: (0 | 1)[]): number {
	if (as.length === 0 || as.length !== ys.length)
		throw new RangeError("the lists do not fit");
	let sum = 0;
	for (const [i, a] of as.entries()) sum += bce(a, ys[i] as 0 | 1);
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
	for (const [i, a] of predictions.entries())
		if (Math.abs(a - y) < Math.abs((predictions[best] as number) - y)) best = i;
	return best;
}
