/** Runs a submission's calls to the end, whatever they do to the children that make them. */
import type { HarnessOutcome, Outcome } from "../harness/outcome.ts";
import type { PlannedCall } from "../judging/plan.ts";
import type { CallClock, JobEnd, SandboxChild } from "./child-process.ts";
import type { CallJob, Report, RunJob } from "./messages.ts";
import type { SandboxPool } from "./pool.ts";

/** After this many fatal calls (limit or crash) the rest is skipped. */
const maxFatals = 3;
/** Deaths without evidence before a submission is set aside; the pauses between them grow to about ten seconds in all. */
const maxDeaths = 10;
/** After this many of them a submission runs alone, in case it was the company that starved its children. */
const sharedDeaths = 3;
const firstPauseMs = 25;
const longestPauseMs = 2_000;
/** Smallest counted budget of a call. */
export const minimalBudget = 100_000;
/** CPU time for all calls of a submission together, in multiples of one call's limit. */
const totalCpuCalls = 4;
const backstopWallFactor = 5;
/** Results of all calls together; an exercise's `outputKib` limits one of them. */
const maxTotalOutputBytes = 2 * 1024 * 1024;

export interface Limits {
	cpuMs: number;
	heapMib: number;
	outputKib: number;
}

export interface RunRequest {
	source: string;
	calls: readonly PlannedCall[];
	limits: Limits;
	/** Counted budgets by call id; `minimalBudget` where there is none. */
	budgets: Readonly<Record<string, number>>;
	seed: number;
	/** Off for an author's own versions, whose outcomes are compared and not scored. */
	withSecondPass: boolean;
	onProgress?: ((done: number, total: number) => void) | undefined;
}

export interface RunResult {
	compileError: { message: string; line: number; column: number } | null;
	outcomes: Record<string, Outcome>;
	/** The student's own line (and column) where a call failed. */
	positions: Record<string, number[]>;
	console: string[];
	cpuMs: number;
	heapMib: number;
	/** True when a clock or the memory watch decided, which another machine may see differently. */
	hasBackstop: boolean;
}

/** We could not get a submission judged: children kept dying without a reason that is the student's. */
export class SandboxError extends Error {
	override readonly name = "SandboxError";
}

/** @throws SandboxError when children keep dying without evidence against the student */
export async function runCalls(
	pool: SandboxPool,
	request: RunRequest,
): Promise<RunResult> {
	const result: RunResult = {
		compileError: null,
		outcomes: {},
		positions: {},
		console: [],
		cpuMs: 0,
		heapMib: 0,
		hasBackstop: false,
	};
	const total = request.calls.length * (request.withSecondPass ? 2 : 1);
	const first = await runPass(pool, request, 1, request.calls, result, (done) =>
		request.onProgress?.(done, total),
	);
	Object.assign(result.outcomes, first.outcomes);
	// Visible calls have not met a hidden one yet: what the second pass tells of them might be remembered.
	Object.assign(result.positions, first.positions);
	if (result.compileError) return result;
	for (const call of request.calls)
		result.outcomes[call.id] ??= { kind: "skipped" };
	if (!request.withSecondPass) return result;

	const finished = request.calls.filter((call) =>
		isFinished(result.outcomes[call.id]),
	);
	if (finished.length === 0) return result;
	const offset = request.calls.length;
	const second = await runPass(pool, request, 2, finished, result, (done) =>
		request.onProgress?.(offset + done, total),
	);
	for (const call of finished) {
		const before = result.outcomes[call.id];
		const after = second.outcomes[call.id];
		if (!before) continue;
		// What was not run a second time is not known to be a function of its inputs.
		if (!after || after.kind === "backstop")
			result.outcomes[call.id] = after ?? { kind: "skipped" };
		else if (essenceOf(before) !== essenceOf(after))
			result.outcomes[call.id] = { kind: "unstable" };
		// A place that depends on what came before would tell of other hidden inputs.
		if (
			!call.isVisible &&
			String(first.positions[call.id]) !== String(second.positions[call.id])
		)
			delete result.positions[call.id];
	}
	return result;
}

function isFinished(outcome: Outcome | undefined): boolean {
	return outcome?.kind === "value" || outcome?.kind === "error";
}

/** What two runs of one call must agree on, bit for bit. */
function essenceOf(outcome: Outcome): string {
	const {
		ticks: _ticks,
		console: _console,
		stack: _stack,
		...essence
	} = outcome as Record<string, unknown>;
	return JSON.stringify(essence);
}

interface PassState {
	outcomes: Record<string, Outcome>;
	positions: Record<string, number[]>;
	fatalsLeft: number;
	/** Bytes of results still to be taken. */
	room: number;
}

/** All results of a submission are judged at once, in one isolate: together they must fit. */
function withinRoom(outcome: Outcome, state: PassState): Outcome {
	if (outcome.kind !== "value") return outcome;
	const size = JSON.stringify(outcome.value).length;
	if (size > state.room) return { kind: "output_limit" };
	state.room -= size;
	return outcome;
}

async function runPass(
	pool: SandboxPool,
	request: RunRequest,
	pass: 1 | 2,
	calls: readonly PlannedCall[],
	result: RunResult,
	onDone: (done: number) => void,
): Promise<PassState> {
	const { limits } = request;
	const state: PassState = {
		outcomes: {},
		positions: {},
		fatalsLeft: maxFatals,
		// The second pass repeats what fitted in the first.
		room: pass === 1 ? maxTotalOutputBytes : Number.POSITIVE_INFINITY,
	};
	// The counted budget comes first, then CPU time; isolated-vm's timeout and the wall clock wait for sleepers.
	const clock: CallClock = {
		cpuMs: limits.cpuMs,
		wallMs: limits.cpuMs * backstopWallFactor,
		totalCpuMs: limits.cpuMs * totalCpuCalls,
	};
	let deaths = 0;
	let pauseMs = firstPauseMs;
	for (;;) {
		const remaining = calls.filter(
			(call) => state.outcomes[call.id] === undefined,
		);
		if (
			remaining.length === 0 ||
			state.fatalsLeft <= 0 ||
			clock.totalCpuMs <= 0 ||
			result.compileError
		)
			return state;
		const job: RunJob = {
			type: "run",
			source: request.source,
			calls: remaining.map((call) => toCallJob(call, request)),
			pass,
			heapMib: limits.heapMib,
			outputBytes: limits.outputKib * 1024,
			moduleBudget: minimalBudget,
			wallMs: limits.cpuMs * backstopWallFactor,
			fatalsLeft: state.fatalsLeft,
		};
		const work = async (child: SandboxChild) => {
			const jobEnd = await runJob(
				child,
				job,
				clock,
				remaining,
				state,
				result,
				() => onDone(Object.keys(state.outcomes).length),
			);
			return {
				result: jobEnd,
				isClean: jobEnd.kind === "done" && jobEnd.isClean,
			};
		};
		const end =
			deaths < sharedDeaths
				? await pool.lend(work)
				: await pool.lendAlone(work);
		result.cpuMs += end.cpuMs;
		if (end.kind === "done") {
			result.heapMib = Math.max(result.heapMib, end.heapMib);
			return state;
		}
		if (end.kind === "limit") {
			settleLimit(end, remaining, state, result);
			clock.totalCpuMs -= end.cpuMs;
			continue;
		}
		deaths++;
		if (deaths >= maxDeaths)
			// What a child wrote as it died may hold hidden inputs and our own paths: it is for the log, not the message.
			throw new SandboxError(`sandbox children died ${deaths} times`, {
				cause: new Error(end.reason),
			});
		await new Promise((resolve) => setTimeout(resolve, pauseMs));
		pauseMs = Math.min(pauseMs * 2, longestPauseMs);
	}
}

function toCallJob(call: PlannedCall, request: RunRequest): CallJob {
	return {
		id: call.id,
		name: call.name,
		args: call.args,
		isVisible: call.isVisible,
		budget: Math.max(minimalBudget, request.budgets[call.id] ?? 0),
		seed: `${request.seed}/${call.id}`,
		...(call.apply === undefined ? {} : { apply: call.apply }),
	};
}

function runJob(
	child: SandboxChild,
	job: RunJob,
	clock: CallClock,
	calls: readonly PlannedCall[],
	state: PassState,
	result: RunResult,
	onDone: () => void,
): Promise<JobEnd> {
	const onReport = (report: Report) => {
		switch (report.type) {
			case "compile_error":
				result.compileError = {
					message: report.message,
					line: report.line,
					column: report.column,
				};
				break;
			case "end": {
				const call = calls[report.index];
				if (!call) return;
				const { outcome, position } = report;
				if (outcome.kind === "time_limit") state.fatalsLeft--;
				if (job.pass === 1) keepConsole(outcome, call, result);
				if (position.length > 0) state.positions[call.id] ??= position;
				state.outcomes[call.id] = withinRoom(outcome, state);
				onDone();
				break;
			}
			case "fatal": {
				const call = calls[report.index];
				if (!call) return;
				state.fatalsLeft--;
				result.hasBackstop = true;
				state.outcomes[call.id] = { kind: "backstop", limit: report.limit };
				break;
			}
			default:
		}
	};
	return child.run(job, clock, onReport);
}

/** Only what visible calls print reaches the student; the child has dropped the rest already. */
function keepConsole(
	outcome: HarnessOutcome,
	call: PlannedCall,
	result: RunResult,
): void {
	if (!call.isVisible || !outcome.console) return;
	result.console.push(...outcome.console.slice(0, 200 - result.console.length));
}

function settleLimit(
	end: Extract<JobEnd, { kind: "limit" }>,
	remaining: readonly PlannedCall[],
	state: PassState,
	result: RunResult,
): void {
	result.hasBackstop = true;
	const call = end.during === null ? undefined : remaining[end.during];
	if (!call) {
		// The clock ran out while the text was being read: no program of this size needs that long.
		result.compileError = {
			message: "the code could not be read within the limits",
			line: 1,
			column: 1,
		};
		return;
	}
	state.outcomes[call.id] = { kind: "backstop", limit: end.limit };
	state.fatalsLeft--;
}
