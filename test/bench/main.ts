/**
 * `npm run bench`: what grading costs, beside the raw limit and other ways, measured alternately in one run. See README.md
 * for what is compared, why it is fair, and the options.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { isolationModes } from "./contenders.ts";
import { measureDeadline } from "./deadline.ts";
import { measureBursts, measureIdleServer } from "./end-to-end.ts";
import { formatLoad, loadGoals, measureFullLoad } from "./full-load.ts";
import { measureGrowth } from "./growth/growth.ts";
import { describeMachine } from "./machine.ts";
import { formatTimes, measureOneAtATime } from "./one-at-a-time.ts";
import { formatProfile, measureProfiles } from "./profile.ts";
import { formatBursts, formatGoals, formatTable, type Goal } from "./report.ts";
import { startServer } from "./server.ts";
import { signInStudents } from "./student.ts";
import { openWorkload, type Workload } from "./workload.ts";

const parts = ["a", "b", "c", "d", "e", "f"];
const project = resolve(import.meta.dirname, "../..");
const size = availableParallelism();

interface Options {
	only: Set<string>;
	isQuick: boolean;
}

/** Everything a run found, as it is written to the file. */
interface Result {
	[key: string]: unknown;
	goals: Goal[];
}

async function measureGrading(
	workload: Workload,
	{ only, isQuick }: Options,
	result: Result,
): Promise<void> {
	const oneAtATime = await measureOneAtATime(workload, {
		rounds: isQuick ? 60 : 300,
		limitMs: isQuick ? 40_000 : 150_000,
		withFreshNode: only.has("c"),
		withVitest: only.has("d"),
	});
	result.oneAtATime = oneAtATime.times;
	result.goals.push(...oneAtATime.goals);
	console.log(`${formatTimes(oneAtATime.times)}\n`);
	if (!only.has("a") && !only.has("b")) return;

	const load = await measureFullLoad(workload, isolationModes, {
		size,
		slices: isQuick ? 3 : 7,
		perSlice: isQuick ? 60 : 100,
		withStarts: only.has("c"),
	});
	result.fullLoad = load;
	result.goals.push(...loadGoals(load));
	console.log(`${formatLoad(load, size)}\n`);
}

async function measureServer(
	workload: Workload,
	{ only, isQuick }: Options,
	result: Result,
): Promise<void> {
	const site = await startServer();
	try {
		const students = await signInStudents(site.url, isQuick ? 200 : 1_000);
		if (only.has("e")) {
			const idle = await measureIdleServer(workload, students, {
				rounds: isQuick ? 40 : 300,
				limitMs: isQuick ? 20_000 : 60_000,
			});
			result.idleServer = idle.times;
			result.goals.push(...idle.goals);
			console.log(`${formatTimes(idle.times)}\n`);

			const atOnce = await measureBursts(workload, students, {
				size,
				rawSamples: isQuick ? 200 : 500,
				repeats: isQuick ? 1 : 2,
			});
			const { rawPerSecond, bursts, goals } = atOnce;
			result.atOnce = { rawPerSecond, bursts };
			result.goals.push(...goals);
			console.log(`${formatBursts(bursts, rawPerSecond)}\n`);
		}
		if (only.has("f")) {
			const { goals, ...deadline } = await measureDeadline(workload, students, {
				withinMs: 10_000,
				idleMs: isQuick ? 5_000 : 15_000,
			});
			result.deadline = deadline;
			result.goals.push(...goals);
			console.log(
				`${formatTable(
					["pages, one each 100 ms", "n", "median ms", "95th", "99th", "max"],
					[
						["idle server", deadline.idle],
						["students submitting", deadline.underLoad],
					].map(([name, summary]) => {
						const { count, median, p95, p99, max } =
							summary as typeof deadline.idle;
						return [String(name), count, median, p95, p99, max];
					}),
				)}\n\n${formatBursts([deadline.burst], null)}\n`,
			);
		}
	} finally {
		await site.stop();
	}
}

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			quick: { type: "boolean" },
			only: { type: "string" },
			exercise: { type: "string" },
			output: { type: "string" },
			profile: { type: "boolean" },
			growth: { type: "boolean" },
		},
	});
	const only = new Set(values.only?.split(",") ?? parts);
	for (const part of only)
		if (!parts.includes(part))
			throw new RangeError(
				`--only: expected some of ${parts.join(",")}; got "${part}"`,
			);
	const options = { only, isQuick: values.quick ?? false };
	const startedAt = performance.now();
	const workload = await openWorkload(values.exercise);
	const { slug, caseCount, callCount } = workload;
	console.log(
		`${slug}: ${caseCount} cases, ${callCount} calls, made twice in three isolates\n`,
	);
	const result: Result = {
		date: new Date().toISOString(),
		commit: commitOf(),
		isQuick: options.isQuick,
		machine: await describeMachine(),
		exercise: { slug, version: workload.version.version, caseCount, callCount },
		goals: [],
	};
	try {
		if (values.profile) {
			result.profiles = await profile(workload);
		} else if (values.growth) {
			result.growth = await measureGrowth(workload, options.isQuick);
		} else {
			if (["a", "b", "c", "d"].some((part) => only.has(part)))
				await measureGrading(workload, options, result);
			if (only.has("e") || only.has("f"))
				await measureServer(workload, options, result);
		}
	} finally {
		await workload.close();
	}
	result.tookS = Math.round((performance.now() - startedAt) / 1000);
	console.log(formatGoals(result.goals));
	const output = resolve(
		values.output ?? join(import.meta.dirname, "results/latest.json"),
	);
	mkdirSync(dirname(output), { recursive: true });
	writeFileSync(output, `${JSON.stringify(result, null, "\t")}\n`);
	console.log(`\nwritten to ${output} after ${result.tookS} s`);
}

async function profile(workload: Workload) {
	const profiles = [];
	for (const mode of isolationModes)
		for (const found of await measureProfiles(workload, mode, 100)) {
			profiles.push({ mode, ...found });
			console.log(`${mode}: ${formatProfile(found)}\n`);
		}
	return profiles;
}

function commitOf(): string {
	try {
		return execFileSync("git", ["describe", "--always", "--dirty"], {
			cwd: project,
			encoding: "utf8",
		}).trim();
	} catch {
		return "unknown"; // an installation without git
	}
}

await main();
