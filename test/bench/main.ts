/**
 * `npm run bench`: what grading costs, beside the raw limit and other ways, measured alternately in one run. See README.md
 * for what is compared and why it is fair.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { isolationModes } from "./contenders.ts";
import { measureFullLoad } from "./full-load.ts";
import { describeMachine } from "./machine.ts";
import { formatTimes, measureOneAtATime } from "./one-at-a-time.ts";
import { formatProfile, measureProfiles } from "./profile.ts";
import { formatGoals, formatTable, type Goal, judgeGoal } from "./report.ts";
import { openWorkload } from "./workload.ts";

const parts = ["a", "b", "c", "d"] as const;
type Part = (typeof parts)[number];

const { values } = parseArgs({
	options: {
		quick: { type: "boolean" },
		only: { type: "string" },
		exercise: { type: "string" },
		output: { type: "string" },
		profile: { type: "boolean" },
	},
});
const only = new Set<string>(values.only?.split(",") ?? parts);
for (const part of only)
	if (!parts.includes(part as Part))
		throw new RangeError(
			`--only: expected some of ${parts.join(",")}; got "${part}"`,
		);
const isQuick = values.quick ?? false;
const project = resolve(import.meta.dirname, "../..");
const output = resolve(
	values.output ?? join(import.meta.dirname, "results/latest.json"),
);
const size = availableParallelism();
const startedAt = performance.now();

const workload = await openWorkload(values.exercise);
const { slug, caseCount, callCount } = workload;
const result: Record<string, unknown> = {
	date: new Date().toISOString(),
	commit: execFileSync("git", ["describe", "--always", "--dirty"], {
		cwd: project,
		encoding: "utf8",
	}).trim(),
	isQuick,
	machine: describeMachine(),
	exercise: { slug, version: workload.version.version, caseCount, callCount },
};
const goals: Goal[] = [];
if (values.profile) {
	for (const mode of isolationModes)
		for (const profile of await measureProfiles(workload, mode, 100))
			console.log(`${mode}: ${formatProfile(profile)}\n`);
	await workload.close();
	process.exit();
}
console.log(
	`${slug}: ${caseCount} cases, ${callCount} calls, made twice in three isolates\n`,
);

try {
	const oneAtATime = await measureOneAtATime(workload, {
		rounds: isQuick ? 80 : 400,
		limitMs: isQuick ? 60_000 : 240_000,
		withFreshNode: only.has("c"),
		withVitest: only.has("d"),
	});
	goals.push(...oneAtATime.goals);
	result.oneAtATime = oneAtATime.times;
	console.log(`${formatTimes(oneAtATime.times)}\n`);

	if (only.has("a") || only.has("b")) {
		const load = await measureFullLoad(workload, isolationModes, {
			size,
			slices: isQuick ? 3 : 9,
			perSlice: isQuick ? 60 : 100,
		});
		result.fullLoad = load;
		const [raw, ...ours] = load;
		console.log(
			`${formatTable(
				[`${size} at a time`, "per s", "CPU ms each", "CPU times raw"],
				load.map(({ name, perSecond, cpuMs }) => [
					name,
					perSecond,
					cpuMs,
					cpuMs / (raw?.cpuMs ?? Number.NaN),
				]),
			)}\n`,
		);
		const isolate = ours.find(({ name }) => name === "grader, isolate");
		if (raw && isolate)
			goals.push(
				judgeGoal(
					"CPU time per submission at full load at most 1.3 times the raw limit",
					isolate.cpuMs / raw.cpuMs,
					{ atMost: 1.3 },
				),
			);
	}
} finally {
	await workload.close();
}

result.goals = goals;
result.tookS = Math.round((performance.now() - startedAt) / 1000);
console.log(formatGoals(goals));
mkdirSync(dirname(output), { recursive: true });
writeFileSync(output, `${JSON.stringify(result, null, "\t")}\n`);
console.log(`\nwritten to ${output} after ${result.tookS} s`);
