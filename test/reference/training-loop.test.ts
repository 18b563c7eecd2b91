import { describe, expect, it } from "vitest";
import { numericGradient } from "../../reference/central-difference.ts";
import { fitLine } from "../../reference/line-fit.ts";
import { accuracy, batches, trainTask } from "../../reference/training-loop.ts";
import { lineTask, network342Task } from "../../reference/training-tasks.ts";
import { expectAgreement, longRun, onePass, quotient } from "./agreement.ts";
import { itRefuses } from "./refusal.ts";

/** MX-07: W1, b1, W2, b2. */
const start = [
	[0.1, -0.2, 0.3, 0.4, 0.5, -0.6, -0.7, 0.8, 0.9, 0.2, -0.1, 0.05],
	[0.1, -0.1, 0.05, 0.2],
	[0.3, -0.4, 0.5, -0.6, 0.1, 0.2, -0.3, 0.4],
	[0, -0.2],
].flat();
const online = { eta: 0.5, batch: 1, stop: 0, maxEpochs: 20 };

describe("the tasks", () => {
	it("have the slopes that central differences give", () => {
		const tasks = [
			{ task: network342Task(), params: start },
			{ task: lineTask([1, -2, 0.5], [3, 0, 1]), params: [0.7, -0.4] },
		];
		for (const { task, params } of tasks) {
			for (const batch of [[0], [2, 1], [0, 1, 2]])
				expectAgreement(
					task.gradient(params, batch),
					numericGradient((p) => task.cost(p, batch), params, 1e-5),
					quotient,
				);
		}
	});

	it("answer NaN for parameters and samples that are not there", () => {
		const line = lineTask([1], [2]);
		expect(line.cost([1], [0])).toBeNaN();
		expect(line.cost([1, 1], [5])).toBeNaN();
		expect(line.cost([1, 1], [])).toBeNaN();
		expect(line.gradient([1], [0])).toEqual([Number.NaN, Number.NaN]);
		expect(network342Task().cost([], [0])).toBeNaN();
	});
});

describe("the training loop", () => {
	it("gives the numbers of MX-07, sample by sample and all at once", () => {
		const task = network342Task();
		const { costs, params, reason } = trainTask(task, start, online);
		expectAgreement(
			[0, 1, 5, 20].map((epoch) => costs[epoch]),
			[
				0.1948632853258058, 0.16862225681811205, 0.09168439242352498,
				0.014942262077749513,
			],
			longRun,
		);
		expectAgreement(params[0], -0.0830416816693454, longRun);
		expectAgreement(params[25], -0.4782949561460364, longRun);
		expect(reason).toBe("epochs");
		const whole = trainTask(task, start, { ...online, batch: 3 });
		expectAgreement(whole.costs[20], 0.07274451254004155, longRun);
	});

	it("finds the line of least squares", () => {
		const [xs, ys] = [
			[0, 1, 2, 3],
			[1, 3.5, 6, 10.5],
		];
		const { params } = trainTask(lineTask(xs, ys), [0, 0], {
			eta: 0.2,
			batch: 9,
			stop: 0,
			maxEpochs: 500,
		});
		const { w, b } = fitLine(xs, ys);
		expectAgreement(params, [w, b], onePass);
	});

	it("says why it ended", () => {
		const task = lineTask([1, 2], [4, 7]);
		const end = (o: Partial<typeof online>) => {
			const { epochs, reason } = trainTask(task, [0, 0], { ...online, ...o });
			return { epochs, reason };
		};
		expect(end({ maxEpochs: 0 })).toEqual({ epochs: 0, reason: "epochs" });
		expect(end({ stop: 100 })).toEqual({ epochs: 0, reason: "loss" });
		// At [3, 0] the errors are −1, so the cost is exactly ½.
		const half = { ...online, maxEpochs: 0, stop: 0.5 };
		expect(trainTask(task, [3, 0], half).reason).toBe("epochs");
		expect(trainTask(task, [3, 0], { ...half, stop: 0.51 }).reason).toBe(
			"loss",
		);
		expect(end({ eta: 1e120 })).toEqual({ epochs: 1, reason: "diverged" });
	});

	it("cuts batches whose last one may be short", () => {
		expect(batches(5, 2)).toEqual([[0, 1], [2, 3], [4]]);
		expect(batches(2, 9)).toEqual([[0, 1]]);
		expect(batches(0, 3)).toEqual([]);
	});

	it("counts what was predicted rightly", () => {
		expect(accuracy([0, 1, 1, 0], [0, 1, 0, 0])).toBe(0.75);
	});

	itRefuses([
		[
			"batches of nothing",
			() => batches(3, 0),
			RangeError,
			"size must be a whole number of at least 1, got 0",
		],
		[
			"a task without samples",
			() => trainTask(lineTask([], []), [0, 0], online),
			RangeError,
			"samples must be a whole number of at least 1, got 0",
		],
		[
			"an accuracy of nothing",
			() => accuracy([], []),
			RangeError,
			"predicted must not be empty",
		],
		[
			"a label too few",
			() => accuracy([1, 0], [1]),
			RangeError,
			"labels must have length 2, got 1",
		],
	]);
});
