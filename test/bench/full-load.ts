/** All lanes busy: throughput, and CPU time per submission of parent and children together. */

import type { Isolation } from "../../grader/verdict.ts";
import {
	gradeSample,
	openGrader,
	requireAccepted,
	startRaw,
} from "./contenders.ts";
import { cpuTimeOfTree } from "./cpu-time.ts";
import { startAndKill } from "./other-ways.ts";
import { formatTable, type Goal, judgeGoal } from "./report.ts";
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
	/** What it is given of a slice's samples; all of them unless said. */
	share?: number;
	lanes: ((sample: Sample) => Promise<unknown>)[];
	close(): Promise<unknown>;
}

async function openRaw(
	workload: Workload,
	size: number,
): Promise<LoadContender> {
	const raws = await Promise.all(
		Array.from({ length: size }, () => startRaw(workload)),
	);
	return {
		name: "raw limit",
		lanes: raws.map((raw) => (sample) => raw.run(sample.raw)),
		close: () => Promise.all(raws.map((raw) => raw.close())),
	};
}

async function openOurs(
	workload: Workload,
	mode: Isolation,
	size: number,
): Promise<LoadContender> {
	const grader = await openGrader(mode, size);
	const lane = async (sample: Sample) =>
		requireAccepted(await gradeSample(grader, workload, sample));
	return {
		name: `grader, ${mode}`,
		lanes: Array.from({ length: size }, () => lane),
		close: () => grader.close(),
	};
}

/** What limits a grader that starts a process for each submission. */
function openStarts(size: number): LoadContender {
	return {
		name: "empty sandbox child",
		share: 0.3,
		lanes: Array.from({ length: size }, () => startAndKill),
		close: async () => {},
	};
}

/**
 * Alternates slices of work between the raw limit and our grader; medians over the slices.
 * @param options.size lanes: submissions at the same time
 */
export async function measureFullLoad(
	workload: Workload,
	modes: readonly Isolation[],
	options: {
		size: number;
		slices: number;
		perSlice: number;
		withStarts: boolean;
	},
): Promise<LoadResult[]> {
	const { size, slices, perSlice } = options;
	const contenders = await Promise.all([
		openRaw(workload, size),
		...modes.map((mode) => openOurs(workload, mode, size)),
	]);
	if (options.withStarts) contenders.push(openStarts(size));
	const measured = contenders.map(() => [] as LoadResult[]);
	try {
		for (let slice = 0; slice <= slices; slice++) {
			for (const [index, { name, lanes, share = 1 }] of contenders.entries()) {
				const count = Math.ceil(perSlice * share);
				const samples = await workload.draw(count);
				const cpuBefore = cpuTimeOfTree();
				const startedAt = performance.now();
				await drain(samples, lanes);
				const wallMs = performance.now() - startedAt;
				const cpuMs = (cpuTimeOfTree() - cpuBefore) / count;
				// The first slice warms up.
				if (slice > 0)
					measured[index]?.push({
						name,
						perSecond: (count * 1000) / wallMs,
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

export function loadGoals(results: readonly LoadResult[]): Goal[] {
	const find = (name: string) => results.find((entry) => entry.name === name);
	const raw = find("raw limit");
	const isolate = find("grader, isolate");
	const process = find("grader, process");
	const start = find("empty sandbox child");
	const goals: Goal[] = [];
	if (raw && isolate)
		goals.push(
			judgeGoal(
				"CPU time per submission at full load at most 1.3 times the raw limit",
				isolate.cpuMs / raw.cpuMs,
				{ atMost: 1.3 },
			),
		);
	if (process && start)
		goals.push(
			judgeGoal(
				"process mode's throughput at least 0.8 of the rate at which empty children start",
				process.perSecond / start.perSecond,
				{ atLeast: 0.8 },
			),
		);
	return goals;
}

export function formatLoad(
	results: readonly LoadResult[],
	size: number,
): string {
	const [raw] = results;
	return formatTable(
		[`${size} at a time`, "per s", "CPU ms each", "CPU times raw"],
		results.map(({ name, perSecond, cpuMs }) => [
			name,
			perSecond,
			cpuMs,
			cpuMs / (raw?.cpuMs ?? Number.NaN),
		]),
	);
}
