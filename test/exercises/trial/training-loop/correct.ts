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

export function batches(samples: number, size: number): number[][] {
	if (!(size >= 1)) throw new RangeError("batch size below 1");
	const list: number[][] = [];
	for (let s = 0; s < samples; s++) {
		if (s % size === 0) list.push([]);
		list[list.length - 1].push(s);
	}
	return list;
}

export function train(
	samples: number,
	cost: OnBatch<number>,
	gradient: OnBatch<number[]>,
	params: number[],
	o: Options,
): Training {
	const parts = batches(samples, o.batch);
	if (parts.length === 0) throw new RangeError("no samples");
	const all = parts.flat();

	let p = [...params];
	const costs: number[] = [];
	let epochs = 0;

	for (;;) {
		const c = cost([...p], [...all]);
		costs.push(c);
		if (!Number.isFinite(c)) return { params: p, costs, epochs, reason: "diverged" };
		if (c < o.stop) return { params: p, costs, epochs, reason: "loss" };
		if (epochs >= o.maxEpochs) return { params: p, costs, epochs, reason: "epochs" };

		for (const part of parts) {
			const slope = gradient([...p], [...part]);
			p = p.map((v, k) => v - o.eta * slope[k]);
		}
		epochs++;
	}
}

export function accuracy(predicted: number[], labels: number[]): number {
	if (predicted.length === 0 || predicted.length !== labels.length) {
		throw new RangeError("empty or of different lengths");
	}
	let hits = 0;
	predicted.forEach((v, k) => {
		if (v === labels[k]) hits++;
	});
	return hits / labels.length;
}
