// slip: fitGD reports "converged" as soon as one of the two slopes is smaller than tol (or instead of and).
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

function errors(xs: number[], ys: number[], w: number, b: number): number[] {
	if (xs.length === 0 || xs.length !== ys.length) {
		throw new RangeError("no points, or lists of different lengths");
	}
	return xs.map((x, i) => w * x + b - ys[i]);
}

export function cost(xs: number[], ys: number[], w: number, b: number): number {
	let sum = 0;
	for (const e of errors(xs, ys, w, b)) sum += e * e;
	return sum / (2 * xs.length);
}

export function gradients(
	xs: number[],
	ys: number[],
	w: number,
	b: number,
): { dw: number; db: number } {
	let dw = 0;
	let db = 0;
	errors(xs, ys, w, b).forEach((e, i) => {
		dw += e * xs[i];
		db += e;
	});
	return { dw: dw / xs.length, db: db / xs.length };
}

export function fitGD(xs: number[], ys: number[], o: Options): Descent {
	let { w, b } = o;
	let steps = 0;
	const costs = [cost(xs, ys, w, b)];
	const limit = 1e6 * (1 + costs[0]);

	while (true) {
		const now = costs[steps];
		if (!Number.isFinite(now) || now > limit) {
			return { w, b, costs, steps, status: "diverged" };
		}
		const { dw, db } = gradients(xs, ys, w, b);
		if (Math.abs(dw) < o.tol || Math.abs(db) < o.tol) {
			return { w, b, costs, steps, status: "converged" };
		}
		if (steps >= o.maxSteps) return { w, b, costs, steps, status: "max steps" };

		w -= o.eta * dw;
		b -= o.eta * db;
		steps++;
		costs.push(cost(xs, ys, w, b));
	}
}

export function largestStableRate(xs: number[]): number {
	if (xs.length === 0) throw new RangeError("no points");
	let mean = 0;
	let square = 0;
	for (const x of xs) {
		mean += x / xs.length;
		square += (x * x) / xs.length;
	}
	const lambda = (square + 1 + Math.sqrt((square - 1) ** 2 + 4 * mean ** 2)) / 2;
	return 2 / lambda;
}
