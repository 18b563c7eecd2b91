/** A line (with more features a plane): one weight per feature and a bias. */
export interface Model {
	w: number[];
	b: number;
}

/** The probability of class 1. RangeError when x has not as many features as there are weights. */
export function probability(m: Model, x: number[]): number {
	return 0;
}

/** 1 if the probability is at least 0.5, else 0. */
export function classify(m: Model, x: number[]): 0 | 1 {
	return 0;
}

/** One step on the mean cross-entropy of all samples. RangeError for no samples or lists of different lengths. */
export function step(
	m: Model,
	X: number[][],
	y: (0 | 1)[],
	eta: number,
): Model {
	return { w: [], b: 0 };
}

/** `epochs` steps; `costs` holds the cost before the first step and after each one. */
export function train(
	m: Model,
	X: number[][],
	y: (0 | 1)[],
	eta: number,
	epochs: number,
): { model: Model; costs: number[] } {
	return { model: { w: [], b: 0 }, costs: [] };
}

/** For two features: x2 on the boundary above x1. RangeError when w2 is 0. */
export function boundary(m: Model, x1: number): number {
	return 0;
}
