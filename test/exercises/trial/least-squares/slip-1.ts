// slip: slopeBySums subtracts Σx² instead of (Σx)² in the denominator: m·Σx² − Σx².
export interface Line {
	w: number;
	b: number;
}

function checkPoints(xs: number[], ys: number[]): void {
	if (xs.length !== ys.length) throw new RangeError("lengths differ");
	if (xs.length === 0) throw new RangeError("no points");
}

function checkSpread(xs: number[]): void {
	if (xs.every((x) => x === xs[0])) throw new RangeError("all x are equal");
}

function mean(values: number[]): number {
	let sum = 0;
	for (const v of values) sum += v;
	return sum / values.length;
}

export function intercept(xs: number[], ys: number[], w: number): number {
	checkPoints(xs, ys);
	return mean(ys) - w * mean(xs);
}

export function slopeByMeans(xs: number[], ys: number[]): number {
	checkPoints(xs, ys);
	checkSpread(xs);
	const xBar = mean(xs);
	const yBar = mean(ys);
	let above = 0;
	let below = 0;
	for (let i = 0; i < xs.length; i++) {
		above += xs[i] * (ys[i] - yBar);
		below += xs[i] * (xs[i] - xBar);
	}
	return above / below;
}

export function slopeBySums(xs: number[], ys: number[]): number {
	checkPoints(xs, ys);
	checkSpread(xs);
	const m = xs.length;
	let sx = 0;
	let sy = 0;
	let sxy = 0;
	let sxx = 0;
	for (let i = 0; i < m; i++) {
		sx += xs[i];
		sy += ys[i];
		sxy += xs[i] * ys[i];
		sxx += xs[i] * xs[i];
	}
	return (m * sxy - sx * sy) / (m * sxx - sxx);
}

export function fit(xs: number[], ys: number[]): Line {
	const w = slopeByMeans(xs, ys);
	return { w, b: intercept(xs, ys, w) };
}

export function predict(model: Line, x: number): number {
	return model.w * x + model.b;
}
