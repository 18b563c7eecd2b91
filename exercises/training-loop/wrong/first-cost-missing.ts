type OnBatch<Result> = (params: number[], batch: number[]) => Result;

interface Options {
	eta: number;
	batch: number;
	stop: number;
	maxEpochs: number;
}

export function batches(samples: number, size: number): number[][] {
	if (size < 1) throw new RangeError("empty batches");
	const cut: number[][] = [];
	for (let first = 0; first < samples; first += size) {
		const batch: number[] = [];
		for (let n = first; n < Math.min(first + size, samples); n++) batch.push(n);
		cut.push(batch);
	}
	return cut;
}

export function train(
	samples: number,
	cost: OnBatch<number>,
	gradient: OnBatch<number[]>,
	params: number[],
	o: Options,
) {
	if (samples < 1) throw new RangeError("no samples");
	const cut = batches(samples, o.batch);
	const all = Array.from({ length: samples }, (_, n) => n);
	let p = params.slice();
	const costs = [cost(p, all)];
	let epochs = 0;
	let reason = "epochs";
	while (true) {
		const last = costs[costs.length - 1] as number;
		if (!Number.isFinite(last)) {
			reason = "diverged";
			break;
		}
		if (last < o.stop) {
			reason = "loss";
			break;
		}
		if (epochs >= o.maxEpochs) break;
		for (const batch of cut) {
			const g = gradient(p, batch);
			p = p.map((value, k) => value - o.eta * (g[k] as number));
		}
		epochs++;
		costs.push(cost(p, all));
	}
	return { params: p, costs: costs.slice(1), epochs, reason };
}

export function accuracy(predicted: number[], labels: number[]): number {
	if (predicted.length === 0) throw new RangeError("nothing");
	if (predicted.length !== labels.length) throw new RangeError("lengths");
	let right = 0;
	for (const [n, value] of predicted.entries()) {
		if (value === labels[n]) right++;
	}
	return right / predicted.length;
}
