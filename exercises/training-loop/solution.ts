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

/** Cuts 0 … samples − 1 into pieces of `size`; the last one may be short. */
export function batches(samples: number, size: number): number[][] {
	if (size < 1) {
		throw new RangeError(`expected at least one sample a batch, got ${size}`);
	}
	const all = Array.from({ length: samples }, (_, n) => n);
	const cut: number[][] = [];
	while (all.length > 0) cut.push(all.splice(0, size));
	return cut;
}

/** The training circle: measure, decide, and only then another epoch of one step per batch. */
export function train(
	samples: number,
	cost: OnBatch<number>,
	gradient: OnBatch<number[]>,
	params: number[],
	o: Options,
): Training {
	if (samples < 1) throw new RangeError("expected at least one sample");
	const cut = batches(samples, o.batch);
	const all = cut.flat();
	let current = [...params];
	const costs: number[] = [];
	for (let epochs = 0; ; epochs++) {
		const whole = cost(current, all);
		costs.push(whole);
		const end = (reason: Training["reason"]) => ({
			params: current,
			costs,
			epochs,
			reason,
		});
		if (!Number.isFinite(whole)) return end("diverged");
		if (whole < o.stop) return end("loss");
		if (epochs === o.maxEpochs) return end("epochs");
		for (const batch of cut) {
			const slopes = gradient(current, batch);
			current = current.map((p, k) => p - o.eta * (slopes[k] as number));
		}
	}
}

/** The share of predictions that equal their label. */
export function accuracy(predicted: number[], labels: number[]): number {
	if (predicted.length === 0 || predicted.length !== labels.length) {
		throw new RangeError(
			`expected as many labels as predictions, at least one; got ${labels.length} and ${predicted.length}`,
		);
	}
	const hits = predicted.filter((value, n) => value === labels[n]);
	return hits.length / predicted.length;
}
