/** Where a descent starts, how far a step goes, and when to stop. */
export interface Options {
	w: number;
	b: number;
	eta: number;
	maxSteps: number;
	tol: number;
}

export interface Descent {
	w: number;
	b: number;
	costs: number[];
	steps: number;
	status: "converged" | "max steps" | "diverged";
}

/** J = 1/(2m) Σ (wx + b − y)². RangeError for no points or lists of different lengths, here and below. */
export function cost(xs: number[], ys: number[], w: number, b: number): number {
	return 0;
}

/** The two partial derivatives of J. */
export function gradients(
	xs: number[],
	ys: number[],
	w: number,
	b: number,
): { dw: number; db: number } {
	return { dw: 0, db: 0 };
}

/** Gradient descent on J from (o.w, o.b). */
export function fitGD(xs: number[], ys: number[], o: Options): Descent {
	const costs: number[] = [];
	// at every place: diverged? converged? out of steps? only then a step
	return { w: o.w, b: o.b, costs, steps: 0, status: "max steps" };
}

/** The rate above which descent on these x diverges. */
export function largestStableRate(xs: number[]): number {
	return 0;
}
