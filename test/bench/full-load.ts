/** All lanes busy: throughput, and CPU time per submission of parent and children together. */

import {
	gradeSample,
	type IsolationMode,
	openGrader,
	requireAccepted,
} from "./contenders.ts";
import { cpuTimeOfTree } from "./cpu-time.ts";
import { RawLimit } from "./raw/raw-limit.ts";
import { median } from "./statistics.ts";
import type { Sample, Workload } from "./workload.ts";

/** One submission after another on each lane until the samples are used up. */
async function drain(
	samples: readonly Sample[],
	lanes: readonly ((sample: Sample) => Promise<unknown>)[],
): Promise<void> {
	const queue = samples.values();
	await Promise.all(
		lanes.map(async (run) => {
			for (const sample of queue) await run(sample);
		}),
	);
}

export interface LoadResult {
	name: string;
	perSecond: number;
	/** CPU milliseconds for one submission, parent and children. */
	cpuMs: number;
}

interface LoadContender {
	name: string;
	lanes: ((sample: Sample) => Promise<unknown>)[];
	close(): Promise<unknown>;
}

async function openRaw(
	workload: Workload,
	size: number,
): Promise<LoadContender> {
	const { limits } = workload.version.exercise;
	const raws = await Promise.all(
		Array.from({ length: size }, () =>
			RawLimit.start(limits.heapMib, workload.withDecoder),
		),
	);
	return {
		name: "raw limit",
		lanes: raws.map((raw) => (sample) => raw.run(sample.raw)),
		close: () => Promise.all(raws.map((raw) => raw.close())),
	};
}

async function openOurs(
	workload: Workload,
	mode: IsolationMode,
	size: number,
): Promise<LoadContender | null> {
	const grader = await openGrader(mode, size);
	if (!grader) return null;
	const lane = async (sample: Sample) =>
		requireAccepted(await gradeSample(grader, workload, sample));
	return {
		name: `grader, ${mode}`,
		lanes: Array.from({ length: size }, () => lane),
		close: () => grader.close(),
	};
}

/**
 * Alternates slices of work between the raw limit and our grader; medians over the slices.
 * @param options.size lanes: submissions at the same time
 */
export async function measureFullLoad(
	workload: Workload,
	modes: readonly IsolationMode[],
	options: { size: number; slices: number; perSlice: number },
): Promise<LoadResult[]> {
	const { size, slices, perSlice } = options;
	const opened = await Promise.all([
		openRaw(workload, size),
		...modes.map((mode) => openOurs(workload, mode, size)),
	]);
	const contenders = opened.filter((entry) => entry !== null);
	const measured = contenders.map(() => [] as LoadResult[]);
	try {
		for (let slice = 0; slice <= slices; slice++) {
			for (const [index, { name, lanes }] of contenders.entries()) {
				const samples = await workload.draw(perSlice);
				const cpuBefore = cpuTimeOfTree();
				const startedAt = performance.now();
				await drain(samples, lanes);
				const wallMs = performance.now() - startedAt;
				const cpuMs = (cpuTimeOfTree() - cpuBefore) / perSlice;
				// The first slice warms up.
				if (slice > 0)
					measured[index]?.push({
						name,
						perSecond: (perSlice * 1000) / wallMs,
						cpuMs,
					});
			}
		}
	} finally {
		await Promise.all(contenders.map((contender) => contender.close()));
	}
	return measured.map((results, index) => ({
		name: contenders[index]?.name ?? "",
		perSecond: median(results.map((result) => result.perSecond)),
		cpuMs: median(results.map((result) => result.cpuMs)),
	}));
}
