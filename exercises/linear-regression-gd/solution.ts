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

function mean(values: number[]): number {
	if (values.length === 0) throw new RangeError("expected at least one point");
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** w·x + b − y at every point. */
function errors(xs: number[], ys: number[], w: number, b: number): number[] {
	if (xs.length !== ys.length) {
		throw new RangeError(
			`expected as many x as y; got ${xs.length} and ${ys.length}`,
		);
	}
	return xs.map((x, i) => w * x + b - (ys[i] as number));
}

/** J = 1/(2m) Σ (wx + b − y)². */
export function cost(xs: number[], ys: number[], w: number, b: number): number {
	return mean(errors(xs, ys, w, b).map((error) => error * error)) / 2;
}

/** ∂J/∂w and ∂J/∂b; the ½ of J has cancelled the 2 of the square. */
export function gradients(
	xs: number[],
	ys: number[],
	w: number,
	b: number,
): { dw: number; db: number } {
	const residuals = errors(xs, ys, w, b);
	const dw = mean(residuals.map((error, i) => error * (xs[i] as number)));
	return { dw, db: mean(residuals) };
}

/** Walks down the bowl; every place is judged before the step that leaves it. */
export function fitGD(xs: number[], ys: number[], o: Options): Descent {
	let { w, b } = o;
	const firstCost = cost(xs, ys, w, b);
	const costs = [firstCost];
	for (let steps = 0, current = firstCost; ; steps++) {
		const { dw, db } = gradients(xs, ys, w, b);
		const end = (status: Descent["status"]) => ({ w, b, costs, steps, status });
		// A cost that is no number is not below the limit either.
		if (!(current <= 1e6 * (1 + firstCost))) return end("diverged");
		if (Math.max(Math.abs(dw), Math.abs(db)) < o.tol) return end("converged");
		if (steps === o.maxSteps) return end("max steps");
		w -= o.eta * dw;
		b -= o.eta * db;
		current = cost(xs, ys, w, b);
		costs.push(current);
	}
}

/** 2/λ_max of the matrix [[mean of x², mean of x], [mean of x, 1]]. */
export function largestStableRate(xs: number[]): number {
	const xMean = mean(xs);
	const squareMean = mean(xs.map((x) => x * x));
	const greatest = (squareMean + 1 + Math.hypot(squareMean - 1, 2 * xMean)) / 2;
	return 2 / greatest;
}
