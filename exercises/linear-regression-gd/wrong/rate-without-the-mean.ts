export interface Options {
	w: number;
	b: number;
	eta: number;
	maxSteps: number;
	tol: number;
}

function check(xs: number[], ys: number[]) {
	if (xs.length === 0) throw new RangeError("no points");
	if (xs.length !== ys.length) throw new RangeError("lengths differ");
}

export function cost(xs: number[], ys: number[], w: number, b: number): number {
	check(xs, ys);
	let sum = 0;
	for (const [i, x] of xs.entries()) {
		sum += (w * x + b - (ys[i] as number)) ** 2;
	}
	return sum / (2 * xs.length);
}

export function gradients(
	xs: number[],
	ys: number[],
	w: number,
	b: number,
): { dw: number; db: number } {
	check(xs, ys);
	let dw = 0;
	let db = 0;
	for (const [i, x] of xs.entries()) {
		const error = w * x + b - (ys[i] as number);
		dw += error * x;
		db += error;
	}
	return { dw: dw / xs.length, db: db / xs.length };
}

export function fitGD(xs: number[], ys: number[], o: Options) {
	let w = o.w;
	let b = o.b;
	const costs = [cost(xs, ys, w, b)];
	let steps = 0;
	let status = "max steps";
	while (true) {
		const last = costs[steps] as number;
		const first = costs[0] as number;
		if (!Number.isFinite(last) || last > 1e6 * (1 + first)) {
			status = "diverged";
			break;
		}
		const { dw, db } = gradients(xs, ys, w, b);
		if (Math.abs(dw) < o.tol && Math.abs(db) < o.tol) {
			status = "converged";
			break;
		}
		if (steps >= o.maxSteps) break;
		w -= o.eta * dw;
		b -= o.eta * db;
		steps++;
		costs.push(cost(xs, ys, w, b));
	}
	return { w, b, costs, steps, status };
}

export function largestStableRate(xs: number[]): number {
	if (xs.length === 0) throw new RangeError("no x");
	const m = xs.length;
	const mean = xs.reduce((sum, x) => sum + x, 0) / m;
	const square = xs.reduce((sum, x) => sum + x * x, 0) / m;
	if (Number.isNaN(mean)) return mean;
	return 2 / Math.max(square, 1);
}
