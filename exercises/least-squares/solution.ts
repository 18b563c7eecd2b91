/** A straight line y = w·x + b. */
export interface Line {
	w: number;
	b: number;
}

function sum(values: number[]): number {
	return values.reduce((total, value) => total + value, 0);
}

/** Σ aᵢbᵢ of two lists of the same length. */
function sumOfProducts(as: number[], bs: number[]): number {
	return sum(as.map((a, i) => a * (bs[i] as number)));
}

function requirePoints(xs: number[], ys: number[]): void {
	if (xs.length === 0 || xs.length !== ys.length) {
		throw new RangeError(
			`expected as many x as y, at least one; got ${xs.length} and ${ys.length}`,
		);
	}
}

/** A slope needs two different x. They are compared themselves: sums of them may differ by rounding. */
function requireTwoDifferentX(xs: number[], ys: number[]): void {
	requirePoints(xs, ys);
	if (xs.every((x) => x === xs[0]))
		throw new RangeError("expected at least two different x");
}

/** The best b for a given slope: the mean of y − w·x. */
export function intercept(xs: number[], ys: number[], w: number): number {
	requirePoints(xs, ys);
	return (sum(ys) - w * sum(xs)) / xs.length;
}

/** Σ x(y − ȳ) / Σ x(x − x̄). */
export function slopeByMeans(xs: number[], ys: number[]): number {
	requireTwoDifferentX(xs, ys);
	const xMean = sum(xs) / xs.length;
	const yMean = sum(ys) / ys.length;
	const covariation = sumOfProducts(
		xs,
		ys.map((y) => y - yMean),
	);
	const variation = sumOfProducts(
		xs,
		xs.map((x) => x - xMean),
	);
	return covariation / variation;
}

/** (mΣxy − ΣxΣy) / (mΣx² − (Σx)²). */
export function slopeBySums(xs: number[], ys: number[]): number {
	requireTwoDifferentX(xs, ys);
	const m = xs.length;
	const sumX = sum(xs);
	return (
		(m * sumOfProducts(xs, ys) - sumX * sum(ys)) /
		(m * sumOfProducts(xs, xs) - sumX * sumX)
	);
}

/** The least-squares line: first the slope, then the intercept that belongs to it. */
export function fit(xs: number[], ys: number[]): Line {
	const w = slopeByMeans(xs, ys);
	return { w, b: intercept(xs, ys, w) };
}

/** Reads the line at x. */
export function predict(model: Line, x: number): number {
	return model.w * x + model.b;
}
