/**
 * Prints what each level adds to the start of a child: `node test/grader/sandbox/hardening/measure-start.ts [rounds]`.
 * The levels take turns, one child at a time, from the spawn until the child has been looked at; use the ratios.
 */
import { SandboxChild } from "../../../../grader/sandbox/child-process.ts";
import { getChildPrograms } from "../../../../grader/sandbox/child-program.ts";
import { getHardening } from "../../../../grader/sandbox/hardening/hardening.ts";
import type { Switches } from "../../../../grader/sandbox/hardening/layers.ts";

const rounds = Number(process.argv[2] ?? 40);
const off = (...names: (keyof Switches)[]) =>
	Object.fromEntries(names.map((name) => [name, false]));
const bare = ["files", "seccomp", "namespaces"] as const;
const ways = [
	off(),
	off("files", "seccomp"),
	off(...bare),
	off(...bare, "ownUser", "noNewPrivileges", "limits"),
].map((switches) => ({ ...switches, lowPriority: false }));

const programs = await getChildPrograms();
const rows = [];
for (const switches of ways) {
	const startedAt = performance.now();
	const hardening = await getHardening(programs, switches);
	const probeMs = performance.now() - startedAt;
	rows.push({ hardening, probeMs, times: [] as number[] });
}
for (let round = 0; round < rounds; round++) {
	for (const { hardening, times } of rows) {
		const startedAt = performance.now();
		const child = new SandboxChild(programs.student, hardening);
		await child.ready;
		times.push(performance.now() - startedAt);
		child.kill();
		await child.exited;
	}
}
const median = (times: number[]) =>
	times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
const least = (times: number[]) => Math.min(...times);
const last = rows.at(-1)?.times ?? [];
console.table(
	rows.map(({ hardening, probeMs, times }) => ({
		level: hardening.level,
		"probe, ms": Math.round(probeMs),
		"median start, ms": Math.round(median(times)),
		"to D": (median(times) / median(last)).toFixed(2),
		"least, ms": Math.round(least(times)),
		"least to D": (least(times) / least(last)).toFixed(2),
	})),
);
