/**
 * Where the grader's time goes: every job that a sandbox child is given while submissions are graded, by kind, with wall
 * time, the child's CPU time, and the bytes and reports that cross the pipe; and what is left for the parent.
 */
import { readFileSync } from "node:fs";
import type { Grader } from "../../grader/grader.ts";
import { SandboxChild } from "../../grader/sandbox/child-process.ts";
import type { Job } from "../../grader/sandbox/messages.ts";
import type { Isolation } from "../../grader/verdict.ts";
import { gradeSample, openGrader } from "./contenders.ts";
import { cpuTimeOfTree } from "./cpu-time.ts";
import { formatTable } from "./report.ts";
import type { Sample, Workload } from "./workload.ts";

/** What the jobs of one kind cost a submission, on average over the submissions. */
export interface Stage {
	name: string;
	jobs: number;
	wallMs: number;
	childCpuMs: number;
	bytesIn: number;
	bytesOut: number;
	reports: number;
}

export interface GraderProfile {
	source: string;
	stages: Stage[];
	wallMs: number;
	parentCpuMs: number;
	/** Of all children, what they prepare between jobs included. */
	childCpuMs: number;
}

/** CPU time of a process's first thread, exact to microseconds: a single-threaded V8 works nowhere else. */
function threadCpuMs(pid: number | undefined): number {
	try {
		const [nanoseconds] = readFileSync(
			`/proc/${pid}/schedstat`,
			"latin1",
		).split(" ");
		return Number(nanoseconds) / 1e6;
	} catch {
		return 0; // ended by its limit
	}
}

/** Everything this process has started, without itself. */
function childrenCpuMs(): number {
	const { user, system } = process.cpuUsage();
	return cpuTimeOfTree() - (user + system) / 1000;
}

function kindOf(job: Job): string {
	switch (job.type) {
		case "transform":
			return "transform";
		case "run":
			// The first pass keeps visible and hidden calls apart.
			return `run, ${job.groups.length > 1 ? "first" : "second"} pass`;
		default:
			return job.operation;
	}
}

/** Grades samples one at a time and watches every job on its way. */
async function profileGrader(
	grader: Grader,
	workload: Workload,
	source: string,
	samples: readonly Sample[],
): Promise<GraderProfile> {
	const stages = new Map<string, Stage>();
	const { run } = SandboxChild.prototype;
	let isCounting = false;
	SandboxChild.prototype.run = async function watched(job, clock, onReport) {
		const name = kindOf(job);
		const stage = stages.get(name) ?? {
			name,
			jobs: 0,
			wallMs: 0,
			childCpuMs: 0,
			bytesIn: 0,
			bytesOut: 0,
			reports: 0,
		};
		if (isCounting) stages.set(name, stage);
		await this.ready;
		let reports = 0;
		let bytesOut = 0;
		const cpuBefore = threadCpuMs(this.pid);
		const startedAt = performance.now();
		const end = await run.call(this, job, clock, (report) => {
			reports++;
			bytesOut += JSON.stringify(report).length;
			onReport(report);
		});
		if (!isCounting) return end;
		stage.jobs++;
		stage.wallMs += performance.now() - startedAt;
		stage.childCpuMs += threadCpuMs(this.pid) - cpuBefore;
		stage.bytesIn += JSON.stringify(job).length;
		stage.bytesOut += bytesOut;
		stage.reports += reports;
		return end;
	};
	const warmUp = Math.ceil(samples.length / 4);
	let wallMs = 0;
	let parentCpuMs = 0;
	let treeBefore = 0;
	let childCpuMs = 0;
	try {
		for (const [index, sample] of samples.entries()) {
			isCounting = index >= warmUp;
			if (index === warmUp) treeBefore = childrenCpuMs();
			const cpuBefore = process.cpuUsage();
			const startedAt = performance.now();
			await gradeSample(grader, workload, sample);
			if (!isCounting) continue;
			wallMs += performance.now() - startedAt;
			const { user, system } = process.cpuUsage(cpuBefore);
			parentCpuMs += (user + system) / 1000;
		}
		childCpuMs = childrenCpuMs() - treeBefore;
	} finally {
		SandboxChild.prototype.run = run;
	}
	const count = samples.length - warmUp;
	return {
		source,
		stages: [...stages.values()].map((stage) => ({
			name: stage.name,
			jobs: stage.jobs / count,
			wallMs: stage.wallMs / count,
			childCpuMs: stage.childCpuMs / count,
			bytesIn: stage.bytesIn / count,
			bytesOut: stage.bytesOut / count,
			reports: stage.reports / count,
		})),
		wallMs: wallMs / count,
		parentCpuMs: parentCpuMs / count,
		childCpuMs: childCpuMs / count,
	};
}

/** Profiles the solution, and the wrong versions mixed: those are recognised as well. */
export async function measureProfiles(
	workload: Workload,
	mode: Isolation,
	count: number,
): Promise<GraderProfile[]> {
	const grader = await openGrader(mode, 1);
	try {
		const right = await workload.draw(count);
		const wrong: Sample[] = [];
		for (let index = 0; index < count; index++)
			wrong.push(
				...(await workload.draw(
					1,
					workload.wrong[index % workload.wrong.length],
				)),
			);
		return [
			await profileGrader(grader, workload, "the solution", right),
			await profileGrader(grader, workload, "wrong versions", wrong),
		];
	} finally {
		await grader.close();
	}
}

export function formatProfile(profile: GraderProfile): string {
	const { stages, wallMs, parentCpuMs, childCpuMs, source } = profile;
	const inJobs = stages.reduce((sum, stage) => sum + stage.childCpuMs, 0);
	return formatTable(
		[
			`${source}, a submission`,
			"jobs",
			"wall ms",
			"CPU ms",
			"bytes in",
			"bytes out",
			"reports",
		],
		[
			...stages.map((stage): (string | number)[] => [
				stage.name,
				stage.jobs,
				stage.wallMs,
				stage.childCpuMs,
				stage.bytesIn,
				stage.bytesOut,
				stage.reports,
			]),
			["children outside jobs", "", "", childCpuMs - inJobs, "", "", ""],
			["parent", "", "", parentCpuMs, "", "", ""],
			["whole", "", wallMs, childCpuMs + parentCpuMs, "", "", ""],
		],
	);
}
