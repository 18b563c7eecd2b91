/**
 * Theory of operation. The parent's side of one sandbox child: starts it, hands it one job at a time, reads its reports,
 * and watches from outside. The kernel's clock (/proc) says how much CPU time the running call has used and how much
 * memory the process holds; whoever oversteps is killed with SIGKILL, its whole process group. Every way a child can end
 * becomes one `JobEnd`; a limit is only blamed on the student on evidence of our own: our clock, our memory watch, or
 * V8's own out-of-memory message. A death without evidence is ours to repeat.
 */
import type { ChildProcess } from "node:child_process";
import type { Readable } from "node:stream";
import type { ChildEnd, ChildEndCause } from "./child-end.ts";
import type { ChildProgram } from "./child-program.ts";
import type { Hardening } from "./hardening/hardening.ts";
import { resourceLimits } from "./hardening/limits.ts";
import { readStat, readWaitedMs } from "./hardening/start.ts";
import { type Job, type Report, reportSchema } from "./messages.ts";
import { toLine } from "./to-line.ts";

const watchEveryMs = 20;
const startTimeoutMs = 20_000;
const maxLineBytes = 32 * 1024 * 1024;
const lineFeed = 10;
const maxStderrBytes = 8 * 1024;
/** Kernel clock ticks a second in /proc on every Linux that Node supports. */
const ticksPerSecond = 100;
/** Resident memory beyond which a child is killed, whatever V8 believes it uses. */
const maxResidentMib = 600;
/** A child is replaced when it has used half of what the kernel lets it have in its life. */
const lastJobBeforeCpuS = resourceLimits.cpuS / 2;
/** "No timeout" for isolated-vm: 24 days. */
const neverMs = 2 ** 31 - 1;

/** A wrapper ends right after the Node that it wraps; this is for one that does not. */
const wrapperPatienceMs = 1_000;

/** CPU and wall clock of one call; the wall clock is the backstop for sleepers. */
export interface CallClock {
	cpuMs: number;
	wallMs: number;
	/** CPU time of the whole job. */
	totalCpuMs: number;
}

export type JobEnd =
	| { kind: "done"; isClean: boolean; heapMib: number; cpuMs: number }
	/** `during` is the index of the call that was running, null while the source was being read. */
	| {
			kind: "limit";
			limit: "time_limit" | "memory_limit";
			during: number | null;
			cpuMs: number;
	  }
	| { kind: "died"; cpuMs: number; reason: string };

interface Running {
	job: Job;
	onReport: (report: Report) => void;
	clock: CallClock;
	during: number | null;
	/** Changes with each "begin": the watch then restarts its clocks. */
	epoch: number;
	/** How often a call may still begin: each of them once. */
	beginsLeft: number;
	/** By the kernel's clock, when the watch first looked; most jobs are over before. */
	cpuAtStartMs: number | null;
	resolve: (end: JobEnd) => void;
	done: { isClean: boolean; heapMib: number; cpuMs: number } | null;
}

function beginsOf(job: Job): number {
	if (job.type === "transform") return 0;
	if (job.type === "author") return 1;
	return job.groups.reduce(
		(sum, { calls }) => sum + calls.length,
		job.again.length,
	);
}

function parseReport(line: string): Report | null {
	try {
		return reportSchema.parse(JSON.parse(line));
	} catch {
		return null;
	}
}

/** Only "ready" comes outside a job; and each "begin" restarts the clocks, which must not go on for ever. */
function isExpected(report: Report, running: Running | null): boolean {
	if (!running) return report.type === "ready";
	return report.type !== "begin" || running.beginsLeft > 0;
}

/**
 * @param onLine gets each line, without its end, decoded as UTF-8
 * @param onExcess called when a line does not end within `maxLineBytes`
 */
function splitLines(
	onLine: (line: string) => void,
	onExcess: () => void,
): (data: Buffer) => void {
	let parts: Buffer[] = [];
	let length = 0;
	return (data) => {
		let from = 0;
		for (
			let end = data.indexOf(lineFeed);
			end >= 0;
			end = data.indexOf(lineFeed, from)
		) {
			const last = data.subarray(from, end);
			const line =
				parts.length === 0
					? last.toString()
					: Buffer.concat([...parts, last]).toString();
			parts = [];
			length = 0;
			from = end + 1;
			onLine(line);
		}
		if (from === data.length || length > maxLineBytes) return;
		parts.push(data.subarray(from));
		length += data.length - from;
		if (length > maxLineBytes) onExcess();
	};
}

export class SandboxChild {
	/** Resolves with the engine's versions once jobs can be given. */
	readonly ready: Promise<{ node: string; v8: string }>;
	readonly exited: Promise<void>;
	readonly #process: ChildProcess;
	readonly #hardening: Hardening;
	/** The process that runs Node: the one started, or one that it started in namespaces of its own. */
	#nodePid: number | undefined;
	/** Versions whose material this child was sent; it may have dropped some since. */
	readonly #versions = new Set<string>();
	/** The program it was sent last. */
	#program = "";
	#stderr = "";
	#running: Running | null = null;
	#killedFor: "time_limit" | "memory_limit" | null = null;
	#isDead = false;
	/** It has said what no sandbox child says: it is killed, and nothing of it counts any more. */
	#isBroken = false;
	#endCause: ChildEndCause | null = null;
	jobsDone = 0;
	/** Whose job it has; see `ChildEnd`. */
	job: string | null = null;

	constructor(program: ChildProgram, hardening: Hardening) {
		this.#hardening = hardening;
		const started = hardening.start(program);
		this.#process = started.process;
		this.#process.stdin?.on("error", () => this.kill("crashed")); // a dead child's pipe; its exit tells the rest
		this.#process.stderr?.on("data", (data: Buffer) => {
			if (this.#stderr.length < maxStderrBytes)
				this.#stderr += data.toString("latin1");
		});
		const reports = this.#process.stdio[3] as Readable; // the "pipe" asked for above
		let onLine: (line: string) => void = () => {};
		reports.on(
			"data",
			splitLines(
				(line) => onLine(line),
				() => this.kill("protocol_error"),
			),
		);
		this.ready = new Promise((resolve, reject) => {
			const timer = setTimeout(() => {
				this.kill("crashed");
				reject(
					new Error(
						`a sandbox child did not start within ${startTimeoutMs} ms: ${this.#stderr}`,
					),
				);
			}, startTimeoutMs);
			onLine = (line) => {
				const report = this.#read(line);
				if (report?.type !== "ready") return;
				clearTimeout(timer);
				try {
					this.#nodePid ??= started.confirm();
				} catch (error) {
					this.kill();
					reject(error);
					return;
				}
				resolve({ node: report.node, v8: report.v8 });
			};
			this.#process.once("exit", () => {
				clearTimeout(timer);
				reject(new Error(`a sandbox child died at its start: ${this.#stderr}`));
			});
			this.#process.once("error", reject);
		});
		this.ready.catch(() => undefined); // whoever asks for a job learns of it; nobody may be asking yet
		this.exited = new Promise((resolve) => {
			// "close" comes after the last report has been read.
			this.#process.once("close", () => {
				this.#isDead = true;
				this.#endJob();
				resolve();
			});
			this.#process.once("error", () => {
				this.#isDead = true;
				this.#endJob();
				resolve();
			});
		});
		this.#process.stdin?.write(toLine(program.start));
	}

	get isDead(): boolean {
		return this.#isDead;
	}

	get isBusy(): boolean {
		return this.#running !== null;
	}

	/** True when it has worked so long that another child should take over. */
	get isTired(): boolean {
		return Math.max(this.#lastCpuMs, this.#workedMs) > lastJobBeforeCpuS * 1000;
	}

	/** Of the process that runs Node, once it is ready. */
	get pid(): number | undefined {
		return this.#nodePid ?? this.#process.pid;
	}

	/** How it ended, once it has. */
	get end(): ChildEnd {
		const cause =
			this.#endCause ?? (this.#isHeapDeath() ? "memory_limit" : "crashed");
		return { cause, pid: this.pid, job: this.job, stderr: this.#stderr };
	}

	/** V8's own word that its memory ran out. */
	#isHeapDeath(): boolean {
		return (
			!this.#isBroken &&
			/heap out of memory|Fatal process out of memory|is_heap_oom|bad_alloc|Allocation failed|Fatal JavaScript (?:invalid size|out of memory)/i.test(
				this.#stderr,
			)
		);
	}

	/** Gives one job; a child does one at a time. @throws Error when it is busy */
	async run(
		job: Job,
		clock: CallClock,
		onReport: (report: Report) => void,
	): Promise<JobEnd> {
		if (this.#running) throw new Error("this sandbox child is busy");
		try {
			await this.ready;
		} catch (error) {
			return {
				kind: "died",
				cpuMs: 0,
				reason: error instanceof Error ? error.message : String(error),
			};
		}
		if (this.#isDead)
			return { kind: "died", cpuMs: 0, reason: "dead before the job began" };
		return new Promise((resolve) => {
			this.#stderr = ""; // what it wrote during another job is no evidence in this one
			this.#running = {
				job,
				onReport,
				clock,
				during: null,
				epoch: 0,
				beginsLeft: beginsOf(job),
				cpuAtStartMs: null,
				resolve,
				done: null,
			};
			const { watchdog, isolateTimeout } = this.#hardening.switches;
			if (watchdog) this.#watch(this.#running);
			const lean = this.#withoutKnown(job);
			const hasTimeout = isolateTimeout || !("wallMs" in job);
			this.#process.stdin?.write(
				toLine(hasTimeout ? lean : { ...lean, wallMs: neverMs }),
			);
		});
	}

	/** Material that the child has is not sent again. */
	#withoutKnown(job: Job): Job {
		if (job.type === "transform") return job;
		const isKnown =
			job.type === "author"
				? this.#versions.has(job.version)
				: this.#program === job.program;
		if (job.type === "author") this.#versions.add(job.version);
		else this.#program = job.program;
		return isKnown ? { ...job, material: null } : job;
	}

	/** It says that it has dropped the job's material. */
	#forget(job: Job): void {
		if (job.type === "author") this.#versions.delete(job.version);
		else this.#program = "";
	}

	/** Ends the child and everything it may have started, at once. @param cause told of its end, unless it has one already */
	kill(cause: ChildEndCause = "closed"): void {
		const { pid } = this.#process;
		if (pid === undefined || this.#isDead) return;
		this.#endCause ??= cause;
		if (this.#nodePid === undefined || this.#nodePid === pid) {
			this.#killGroup(pid);
			return;
		}
		// In a process namespace of its own everything ends with its first process; the wrapper then sees it off and ends too.
		try {
			process.kill(this.#nodePid, "SIGKILL");
		} catch {
			// it is gone already
		}
		setTimeout(() => this.#killGroup(pid), wrapperPatienceMs).unref();
	}

	#killGroup(pid: number): void {
		if (this.#isDead) return;
		try {
			process.kill(-pid, "SIGKILL");
		} catch {
			this.#process.kill("SIGKILL"); // no process group here (Windows), or it is gone already
		}
	}

	#read(line: string): Report | null {
		// Lines that came with the one that broke the protocol are still read: a "done" among them ends nothing.
		if (this.#isBroken) return null;
		const report = parseReport(line);
		const running = this.#running;
		// A child that does not speak the protocol is broken or taken over: it ends here, without evidence.
		if (!report || !isExpected(report, running)) {
			this.#isBroken = true;
			this.kill("protocol_error");
			return null;
		}
		if (!running) return report;
		if (report.type === "begin") {
			running.during = report.index;
			running.epoch++;
			running.beginsLeft--;
		}
		if (report.type === "unknown_material") this.#forget(running.job);
		if (report.type === "done") {
			running.done = report;
			this.#endJob();
		} else {
			running.onReport(report);
		}
		return report;
	}

	#watch(running: Running): void {
		let epoch = -1;
		let cpuBefore = 0;
		// Wall clock without the time in which the processor was not given to it: that is our doing, or a neighbour's.
		const ownTime = () => performance.now() - readWaitedMs(this.#nodePid);
		let startedAt = ownTime();
		let wasOverrun = false;
		const timer = setInterval(() => {
			if (this.#running !== running) {
				clearInterval(timer);
				return;
			}
			const now = this.#measure();
			if (now !== null && now.residentMib > maxResidentMib)
				this.#killFor("memory_limit");
			running.cpuAtStartMs ??= now?.cpuMs ?? 0;
			if (running.epoch !== epoch) {
				epoch = running.epoch;
				wasOverrun = false;
				cpuBefore = now?.cpuMs ?? 0;
				startedAt = ownTime();
				return;
			}
			const { cpuMs, wallMs } = running.clock;
			const hasOverrun =
				(now !== null &&
					(now.cpuMs - cpuBefore > cpuMs ||
						now.cpuMs - running.cpuAtStartMs > running.clock.totalCpuMs)) ||
				ownTime() - startedAt > wallMs;
			// Seen twice: after a pause of this process the child's reports are read in between, and may clear the call.
			if (hasOverrun && wasOverrun) this.#killFor("time_limit");
			wasOverrun = hasOverrun;
		}, watchEveryMs);
	}

	#killFor(limit: "time_limit" | "memory_limit"): void {
		this.#killedFor ??= limit;
		this.kill(limit);
	}

	#endJob(): void {
		const running = this.#running;
		if (!running) return;
		this.#running = null;
		this.jobsDone++;
		const { done, during, resolve } = running;
		if (done) {
			resolve({
				kind: "done",
				isClean: done.isClean,
				heapMib: done.heapMib,
				cpuMs: done.cpuMs,
			});
			this.#workedMs += done.cpuMs;
			return;
		}
		const limit =
			this.#killedFor ?? (this.#isHeapDeath() ? "memory_limit" : null);
		const cpuMs = this.#lastCpuMs - (running.cpuAtStartMs ?? this.#lastCpuMs);
		if (limit) resolve({ kind: "limit", limit, during, cpuMs });
		else
			resolve({
				kind: "died",
				cpuMs,
				reason: this.#stderr.slice(0, 500) || "killed from outside",
			});
	}

	#lastCpuMs = 0;
	/** Processor time of its jobs, as it tells. */
	#workedMs = 0;

	/** CPU time and resident memory from the kernel; null where there is no /proc. */
	#measure(): { cpuMs: number; residentMib: number } | null {
		const fields = readStat(this.#nodePid ?? this.#process.pid);
		if (fields === null) return null;
		const cpuMs =
			((Number(fields[11]) + Number(fields[12])) * 1000) / ticksPerSecond;
		this.#lastCpuMs = cpuMs;
		return { cpuMs, residentMib: (Number(fields[21]) * 4096) / 2 ** 20 };
	}
}
