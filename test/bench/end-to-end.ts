/** (e) From POST to the verdict event over HTTP, on an idle server and with everybody at once. */
import { type Contender, rawContender } from "./contenders.ts";
import { measureFullLoad } from "./full-load.ts";
import { emptyNodeContender } from "./other-ways.ts";
import { type Goal, judgeGoal } from "./report.ts";
import { roundRobin } from "./round-robin.ts";
import { median, type Summary, summarise } from "./statistics.ts";
import type { Student, Submitted } from "./student.ts";
import type { Workload } from "./workload.ts";

/** Submissions at once, and how they fared. */
export interface Burst {
	submissions: number;
	/** Of them endless loops. */
	loops: number;
	acknowledged: Summary;
	/** From POST to the verdict event. */
	graded: Summary;
	/** Honest submissions per second, from the first POST to the last honest verdict. */
	perSecond: number;
	lost: number;
}

/** One submission at a time by students in turn, alternating with the raw limit and an empty node process. */
export async function measureIdleServer(
	workload: Workload,
	students: readonly Student[],
	options: { rounds: number; limitMs: number },
): Promise<{ times: Record<string, Summary>; goals: Goal[] }> {
	const warmUp = Math.ceil(options.rounds / 10);
	let turn = 0;
	const server: Contender = {
		name: "POST to verdict event",
		async run({ source }) {
			const student = students[turn % students.length] as Student; // there is at least one
			turn++;
			requireAccepted(await student.submit(workload.slug, source));
		},
		close: async () => {},
	};
	const contenders = [
		await rawContender(workload),
		server,
		{ ...emptyNodeContender(), every: 4 },
	];
	try {
		const samples = await workload.draw(warmUp + options.rounds);
		const measured = await roundRobin(contenders, samples, {
			warmUp,
			giveUpAt: performance.now() + options.limitMs,
		});
		const times = Object.fromEntries(
			[...measured].map(([name, list]) => [name, summarise(list)] as const),
		);
		return { times, goals: idleGoals(times) };
	} finally {
		await Promise.all(contenders.map((contender) => contender.close()));
	}
}

function idleGoals(times: Record<string, Summary>): Goal[] {
	const raw = times["raw limit"];
	const server = times["POST to verdict event"];
	const node = times["empty node"];
	if (!raw || !server || !node) return [];
	return [
		judgeGoal(
			"POST to verdict event, median, at most 3 times the raw limit's median",
			server.median / raw.median,
			{ atMost: 3 },
		),
		judgeGoal(
			"POST to verdict event, median, below the start of an empty node process",
			server.median / node.median,
			{ atMost: 1 },
		),
		judgeGoal(
			"POST to verdict event, 99th percentile, at most 6 times the raw limit's median",
			server.p99 / raw.median,
			{ atMost: 6 },
		),
	];
}

function requireAccepted({ result }: Submitted): void {
	if (result.status !== "accepted")
		throw new Error(
			`expected an accepted solution; got ${JSON.stringify(result)}`,
		);
}

/** A program with the workload's exports, every one of which never returns. */
function endlessLoops(names: readonly string[]): string {
	return names
		.map((name) => `export function ${name}() {\n\twhile (true) {}\n}\n`)
		.join("");
}

/**
 * Everybody submits at the same moment, one submission each.
 * @param loopShare of all submissions are endless loops, spread evenly
 */
export async function submitAtOnce(
	workload: Workload,
	students: readonly Student[],
	loopShare: number,
): Promise<Burst> {
	const isLoop = (index: number) =>
		Math.floor((index + 1) * loopShare) > Math.floor(index * loopShare);
	const loop = endlessLoops(workload.exportNames);
	const startedAt = performance.now();
	const ends = await Promise.allSettled(
		students.map((student, index) => {
			const source = isLoop(index) ? loop : workload.solution;
			return student.submit(workload.slug, workload.makeUnique(source));
		}),
	);
	return summariseBurst(ends, isLoop, startedAt);
}

export function summariseBurst(
	ends: readonly PromiseSettledResult<Submitted>[],
	isLoop: (index: number) => boolean,
	startedAt: number,
): Burst {
	const all: Submitted[] = [];
	let lastHonestAt = startedAt;
	let honest = 0;
	let loops = 0;
	for (const [index, end] of ends.entries()) {
		if (isLoop(index)) loops++;
		if (end.status === "rejected") {
			console.error("a submission was lost:", end.reason);
			continue;
		}
		const wanted = isLoop(index) ? "time_limit" : "accepted";
		const { result, gradedAt } = end.value;
		if (result.status !== wanted)
			throw new Error(
				`expected ${wanted}; got ${JSON.stringify(result)} for submission ${index}`,
			);
		all.push(end.value);
		if (isLoop(index)) continue;
		honest++;
		lastHonestAt = Math.max(lastHonestAt, gradedAt);
	}
	return {
		submissions: ends.length,
		loops,
		acknowledged: summarise(
			all.map(({ postedAt, acknowledgedAt }) => acknowledgedAt - postedAt),
		),
		graded: summarise(all.map(({ postedAt, gradedAt }) => gradedAt - postedAt)),
		perSecond: (honest * 1000) / (lastHonestAt - startedAt),
		lost: ends.length - all.length,
	};
}

/** Everybody at once, without and with endless loops, between measurements of the raw throughput. */
export async function measureBursts(
	workload: Workload,
	students: readonly Student[],
	options: { size: number; rawSamples: number; repeats: number },
): Promise<{ rawPerSecond: number; bursts: Burst[]; goals: Goal[] }> {
	const { size, rawSamples, repeats } = options;
	const raw: number[] = [];
	const measureRaw = async () => {
		const [result] = await measureFullLoad(workload, [], {
			size,
			slices: 1,
			perSlice: rawSamples,
			withStarts: false,
		});
		if (result) raw.push(result.perSecond);
	};
	const clean: Burst[] = [];
	const withLoops: Burst[] = [];
	for (let repeat = 0; repeat < repeats; repeat++) {
		await measureRaw();
		clean.push(await submitAtOnce(workload, students, 0));
		await measureRaw();
		withLoops.push(await submitAtOnce(workload, students, 0.02));
	}
	await measureRaw();
	const rate = (bursts: readonly Burst[]) =>
		median(bursts.map(({ perSecond }) => perSecond));
	const rawPerSecond = median(raw);
	const bursts = [...clean, ...withLoops];
	const lost = bursts.reduce((sum, burst) => sum + burst.lost, 0);
	return {
		rawPerSecond,
		bursts,
		goals: [
			judgeGoal(
				`${students.length} submissions at once: throughput at least 0.6 of the raw limit's with ${size} processes`,
				rate(clean) / rawPerSecond,
				{ atLeast: 0.6 },
			),
			judgeGoal("submissions lost", lost, { atMost: 0, unit: "lost" }),
			judgeGoal(
				"with 2 % endless loops, the honest ones' rate at least 0.7 of the clean run's",
				rate(withLoops) / rate(clean),
				{ atLeast: 0.7 },
			),
		],
	};
}
