/**
 * Something to be learnt: how wrong parameters are on some of the samples, and the slopes of that. Light on purpose: nothing here
 * checks its arguments, since these functions are also handed to programs that are graded; what is left out counts as NaN.
 */
export interface Task {
	samples: number;
	/** Mean cost of the samples whose numbers, from 0, are in `batch`. */
	cost: (params: readonly number[], batch: readonly number[]) => number;
	/** Slopes of that cost, one per parameter. */
	gradient: (params: readonly number[], batch: readonly number[]) => number[];
}

const at = (values: readonly number[] | undefined, index: number) =>
	values?.[index] ?? Number.NaN;

/** Builds a task from one sample's cost and slopes; a batch has their means. */
function taskOf(
	samples: number,
	parameters: number,
	one: (
		params: readonly number[],
		n: number,
	) => { cost: number; slopes: number[] },
): Task {
	return {
		samples,
		cost: (params, batch) =>
			batch.reduce((sum, n) => sum + one(params, n).cost, 0) / batch.length,
		gradient: (params, batch) => {
			const slopes = batch.map((n) => one(params, n).slopes);
			return Array.from(
				{ length: parameters },
				(_, k) =>
					slopes.reduce((sum, each) => sum + at(each, k), 0) / slopes.length,
			);
		},
	};
}

/** Fits the line y = w·x + b; parameters [w, b], a sample costs ½(w·x + b − y)². Source: RG-06. */
export function lineTask(xs: readonly number[], ys: readonly number[]): Task {
	return taskOf(xs.length, 2, (params, n) => {
		const error = at(params, 0) * at(xs, n) + at(params, 1) - at(ys, n);
		return { cost: error ** 2 / 2, slopes: [error * at(xs, n), error] };
	});
}

const networkX = [
	[0.5, -1, 0.25],
	[1, 0.3, -0.7],
	[-0.2, 0.8, 0.6],
];
const networkY = [
	[1, 0],
	[0, 1],
	[1, 0],
];

/**
 * The 3-4-2 network, tanh then sigmoid, on its three samples; 26 parameters: W1 row by row, b1, W2 row by row, b2; a sample costs
 * ½Σ(a − y)². Source: MX-07.
 */
export function network342Task(): Task {
	return taskOf(networkX.length, 26, (params, n) => {
		const x = networkX[n];
		const a1 = [0, 1, 2, 3].map((j) => {
			const products = [0, 1, 2].map((i) => at(params, 3 * j + i) * at(x, i));
			return Math.tanh(products.reduce((a, b) => a + b, at(params, 12 + j)));
		});
		const a2 = [0, 1].map((k) => {
			const products = a1.map((a, j) => at(params, 16 + 4 * k + j) * a);
			const z = products.reduce((a, b) => a + b, at(params, 24 + k));
			return 1 / (1 + Math.exp(-z));
		});
		const errors = a2.map((a, k) => a - at(networkY[n], k));
		const delta2 = a2.map((a, k) => at(errors, k) * a * (1 - a));
		const delta1 = a1.map((a, j) => {
			const sent = delta2.map((d, k) => d * at(params, 16 + 4 * k + j));
			return sent.reduce((p, q) => p + q) * (1 - a * a);
		});
		return {
			cost: errors.reduce((sum, error) => sum + error ** 2, 0) / 2,
			slopes: [
				...delta1.flatMap((d) => [0, 1, 2].map((i) => d * at(x, i))),
				...delta1,
				...delta2.flatMap((d) => a1.map((a) => d * a)),
				...delta2,
			],
		};
	});
}
