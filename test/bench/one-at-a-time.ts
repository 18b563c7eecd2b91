/** One submission at a time: the raw limit, our grader, and other ways of grading, alternating in one run. */
import {
	type Contender,
	graderContender,
	isolationModes,
	rawContender,
} from "./contenders.ts";
import {
	emptyNodeContender,
	emptySandboxContender,
	freshNodeContender,
	vitestContender,
} from "./other-ways.ts";
import { formatTable, type Goal, judgeGoal } from "./report.ts";
import { roundRobin } from "./round-robin.ts";
import { type Summary, summarise } from "./statistics.ts";
import type { Workload } from "./workload.ts";

export interface OneAtATime {
	times: Record<string, Summary>;
	goals: Goal[];
}

export async function measureOneAtATime(
	workload: Workload,
	options: {
		rounds: number;
		limitMs: number;
		withFreshNode: boolean;
		withVitest: boolean;
	},
): Promise<OneAtATime> {
	const { rounds, limitMs, withFreshNode, withVitest } = options;
	const warmUp = Math.ceil(rounds / 10);
	const contenders: Contender[] = [await rawContender(workload)];
	try {
		for (const mode of isolationModes)
			contenders.push(await graderContender(workload, mode));
		contenders.push({ ...(await rawContender(workload, true)), every: 2 });
		if (withFreshNode) {
			contenders.push({ ...freshNodeContender(workload), every: 4 });
			contenders.push({ ...emptyNodeContender(), every: 4 });
			contenders.push({ ...emptySandboxContender(), every: 4 });
		}
		if (withVitest)
			contenders.push({
				...(await vitestContender(workload)),
				every: Math.ceil(rounds / 8),
			});
		const times = await roundRobin(
			contenders,
			await workload.draw(warmUp + rounds),
			{ warmUp, giveUpAt: performance.now() + limitMs },
		);
		const summaries = Object.fromEntries(
			[...times].map(([name, samples]) => [name, summarise(samples)] as const),
		);
		return { times: summaries, goals: goalsOf(summaries) };
	} finally {
		await Promise.all(contenders.map((contender) => contender.close()));
	}
}

function goalsOf(times: Record<string, Summary>): Goal[] {
	const raw = times["raw limit"];
	const ours = times["grader, isolate"];
	const process = times["grader, process"];
	const node = times["fresh node"];
	const vitest = times["vitest run"];
	const goals: Goal[] = [];
	if (raw && ours)
		goals.push(
			judgeGoal(
				"grader's median at most 1.5 times the raw limit",
				ours.median / raw.median,
				{ atMost: 1.5 },
			),
		);
	if (ours && process)
		goals.push(
			judgeGoal(
				"process mode at most 5 ms above the default mode",
				process.median - ours.median,
				{ atMost: 5, unit: "ms" },
			),
		);
	if (ours && node)
		goals.push(
			judgeGoal(
				"at least 5 times faster than a fresh node process",
				node.median / ours.median,
				{ atLeast: 5 },
			),
		);
	if (ours && vitest)
		goals.push(
			judgeGoal(
				"at least 100 times faster than vitest run",
				vitest.median / ours.median,
				{ atLeast: 100 },
			),
		);
	return goals;
}

export function formatTimes(times: Record<string, Summary>): string {
	const base = times["raw limit"]?.median ?? Number.NaN;
	return formatTable(
		["one at a time", "n", "median ms", "95th", "99th", "max", "times raw"],
		Object.entries(times).map(([name, summary]) => [
			name,
			summary.count,
			summary.median,
			summary.p95,
			summary.p99,
			summary.max,
			summary.median / base,
		]),
	);
}
