export interface Line {
	w: number;
	b: number;
}

const total = (values: number[]) => values.reduce((a, b) => a + b, 0);
const mean = (values: number[]) => total(values) / values.length;

function check(xs: number[], ys: number[]) {
	if (xs.length === 0 || xs.length !== ys.length) {
		throw new RangeError("x and y do not belong together");
	}
}

function checkSpread(xs: number[], ys: number[]) {
	check(xs, ys);
	if (new Set(xs).size < 2) throw new RangeError("all x are equal");
}

export function intercept(xs: number[], ys: number[], w: number): number {
	check(xs, ys);
	return total(ys) - w * total(xs);
}

export function slopeByMeans(xs: number[], ys: number[]): number {
	checkSpread(xs, ys);
	const xMean = mean(xs);
	const yMean = mean(ys);
	let above = 0;
	let below = 0;
	for (const [i, x] of xs.entries()) {
		above += x * ((ys[i] as number) - yMean);
		below += x * (x - xMean);
	}
	return above / below;
}

export function slopeBySums(xs: number[], ys: number[]): number {
	checkSpread(xs, ys);
	const m = xs.length;
	let sumXY = 0;
	let sumXX = 0;
	for (const [i, x] of xs.entries()) {
		sumXY += x * (ys[i] as number);
		sumXX += x * x;
	}
	return (
		(m * sumXY - total(xs) * total(ys)) / (m * sumXX - total(xs) * total(xs))
	);
}

export function fit(xs: number[], ys: number[]): Line {
	const w = slopeByMeans(xs, ys);
	return { w, b: intercept(xs, ys, w) };
}

export function predict(model: Line, x: number): number {
	return model.w * x + model.b;
}
