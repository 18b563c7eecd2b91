/** Something of `params` on the samples whose numbers stand in `batch`. */
export type OnBatch<Result> = (params: number[], batch: number[]) => Result;

export interface Options {
	eta: number;
	batch: number;
	stop: number;
	maxEpochs: number;
}

export interface Training {
	params: number[];
	costs: number[];
	epochs: number;
	reason: "loss" | "epochs" | "diverged";
}

/** The numbers 0 … samples − 1 in batches of `size`; the last one may be short. */
export function batches(samples: number, size: number): number[][] {
	return [];
}

/** Trains until the cost of all samples is below o.stop, is not finite, or o.maxEpochs epochs are over. */
export function train(
	samples: number,
	cost: OnBatch<number>,
	gradient: OnBatch<number[]>,
	params: number[],
	o: Options,
): Training {
	const costs: number[] = [];
	// measure, decide, then one step for each batch
	return { params: [], costs, epochs: 0, reason: "epochs" };
}

/** The share of predictions that equal their label. */
export function accuracy(predicted: number[], labels: number[]): number {
	return 0;
}
