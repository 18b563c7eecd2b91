import {
	assertCount,
	assertLength,
	assertNotEmpty,
	assertNumber,
	assertVector,
} from "./assert-arguments.ts";
import { gdStepN } from "./descent.ts";
import type { Task } from "./training-tasks.ts";
import type { Vector } from "./vector.ts";

/**
 * Cuts the samples 0 … samples − 1 into batches of consecutive numbers; the last one may be short. Source: MX-07.
 *
 * @throws TypeError unless both are numbers; RangeError unless `samples` is a whole number of at least 0 and `size` one of at least 1
 * @example batches(5, 2) // [[0, 1], [2, 3], [4]]
 */
export function batches(samples: number, size: number): number[][] {
	assertCount(samples, "samples");
	assertCount(size, "size", 1);
	const all: number[][] = [];
	for (let first = 0; first < samples; first += size) {
		const length = Math.min(size, samples - first);
		all.push(Array.from({ length }, (_, k) => first + k));
	}
	return all;
}

/** Why a training ended: the cost is no finite number, it is small enough, or no epoch is left. */
export type TrainingEnd = "diverged" | "loss" | "epochs";

/**
 * The general training loop: an epoch makes one step of gradient descent on each batch in turn. Before each epoch the cost of all samples
 * is noted and, in this order, ends the training as "diverged", "loss" (cost < stop) or "epochs". Source: MX-01, MX-02, MX-07, NB-10.
 *
 * @returns the parameters at the end and the costs before training and after each epoch
 * @throws TypeError for wrong kinds of arguments; RangeError for no samples, or unless batch ≥ 1 and maxEpochs ≥ 0 are whole numbers
 */
export function trainTask(
	task: Task,
	params: Vector,
	o: { eta: number; batch: number; stop: number; maxEpochs: number },
): { params: number[]; costs: number[]; epochs: number; reason: TrainingEnd } {
	assertCount(task.samples, "samples", 1);
	assertVector(params, "params");
	assertNumber(o.eta, "eta");
	assertNumber(o.stop, "stop");
	assertCount(o.maxEpochs, "maxEpochs");
	const parts = batches(task.samples, o.batch);
	let current = [...params];
	const costs: number[] = [];
	for (;;) {
		const cost = task.cost(current, parts.flat());
		costs.push(cost);
		const epochs = costs.length - 1;
		const end = (reason: TrainingEnd) => ({
			params: current,
			costs,
			epochs,
			reason,
		});
		if (!Number.isFinite(cost)) return end("diverged");
		if (cost < o.stop) return end("loss");
		if (epochs === o.maxEpochs) return end("epochs");
		for (const part of parts)
			current = gdStepN(current, task.gradient(current, part), o.eta);
	}
}

/** Share of predictions that equal their label, in [0, 1]. Source: MX-09. @throws TypeError unless both are arrays of numbers; RangeError when they are empty or their lengths differ */
export function accuracy(predicted: Vector, labels: Vector): number {
	assertVector(predicted, "predicted");
	assertVector(labels, "labels");
	assertNotEmpty(predicted, "predicted");
	assertLength(labels, predicted.length, "labels");
	const hits = predicted.filter((value, n) => value === labels[n]);
	return hits.length / predicted.length;
}
