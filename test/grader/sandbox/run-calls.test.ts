import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { HarnessOutcome } from "../../../grader/harness/outcome.ts";
import type { JobEnd } from "../../../grader/sandbox/child-process.ts";
import type { RunJob } from "../../../grader/sandbox/messages.ts";
import type { Lane, LaneLender } from "../../../grader/sandbox/pool.ts";
import {
	type RunRequest,
	runCalls,
	SandboxError,
} from "../../../grader/sandbox/run-calls.ts";
import { PositionMap } from "../../../grader/transform/erasure.ts";

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

/** One call, twice. */
function requestOf(isVisible: boolean): RunRequest {
	return {
		code: "",
		positions: new PositionMap({ insertions: [], lineStarts: [0], length: 0 }),
		calls: [
			{
				id: "c.1.1",
				checkId: "c",
				caseId: "c.1",
				name: "f",
				args: [],
				isVisible,
				isFixed: true,
			},
		],
		limits: { cpuMs: 100, heapMib: 32, outputKib: 1 },
		budgets: {},
		seed: 0,
		withSecondPass: true,
	};
}

it("keeps what dying children wrote out of its message, and at hand as its cause", async () => {
	const deaths = { shared: 0, alone: 0 };
	const lendDying = (kind: keyof typeof deaths): LaneLender["lend"] => {
		const run: Lane["run"] = async () => {
			deaths[kind]++;
			return { kind: "died", cpuMs: 0, reason: "at /a/path" };
		};
		return (work) => work({ run });
	};
	const lanes: LaneLender = {
		lend: lendDying("shared"),
		lendAlone: lendDying("alone"),
	};
	const running = runCalls(lanes, requestOf(true)).catch(
		(error: unknown) => error,
	);
	await vi.advanceTimersByTimeAsync(20_000);
	const error = await running;
	// Most of the tries are made while nobody else is at work.
	expect(deaths).toEqual({ shared: 3, alone: 7 });
	expect(error).toBeInstanceOf(SandboxError);
	expect(error).toMatchObject({
		message: "sandbox children died 10 times",
		cause: { message: "at /a/path" },
	});
});

it("gives a submission up whose children say for ever that calls did not come to an end", async () => {
	const tries: boolean[] = [];
	const run: Lane["run"] = async (job, _clock, onReport) => {
		if (job.type !== "run") throw new TypeError("expected calls to make");
		tries.push(job.isAtAStretch);
		onReport({ type: "unattributed", isLimit: false });
		return { kind: "done", isClean: true, heapMib: 0, cpuMs: 0 };
	};
	const lend: LaneLender["lend"] = (work) => work({ run });
	const running = runCalls({ lend, lendAlone: lend }, requestOf(true)).catch(
		(error: unknown) => error,
	);
	await vi.advanceTimersByTimeAsync(20_000);
	expect(await running).toBeInstanceOf(SandboxError);
	// Once at a stretch, then one by one, as often as children may die.
	expect(tries).toEqual([true, ...new Array(10).fill(false)]);
});

/** Runs one call in lanes that report for it what `reports` says for the pass, and tells what came of it. */
async function outcomeWith(
	isVisible: boolean,
	reports: (pass: 1 | 2) => HarnessOutcome[],
) {
	const run: Lane["run"] = async (job, _clock, onReport) => {
		if (job.type !== "run") throw new TypeError("expected calls to make");
		// Two groups, visible and hidden, make the first pass; the second is one.
		const outcomes = reports(job.groups.length === 2 ? 1 : 2);
		onReport({ type: "ends", index: 0, outcomes });
		return { kind: "done", isClean: true, heapMib: 0, cpuMs: 0 };
	};
	const lend: LaneLender["lend"] = (work) => work({ run });
	const { outcomes } = await runCalls(
		{ lend, lendAlone: lend },
		requestOf(isVisible),
	);
	return outcomes["c.1.1"];
}

const value = (number: number): HarnessOutcome => ({
	kind: "value",
	value: number,
});
const loopAt = (line: number): HarnessOutcome => ({ kind: "time_limit", line });

it("takes a call that is made twice in the second pass for unstable when it answers differently", async () => {
	const first = await outcomeWith(true, (pass) =>
		pass === 1 ? [value(1)] : [value(2), value(1)],
	);
	expect(first).toEqual({ kind: "unstable" });
	const alike = await outcomeWith(true, (pass) =>
		pass === 1 ? [value(1)] : [value(1), value(1)],
	);
	expect(alike).toEqual(value(1));
});

it("tells the line of a hidden call's loop only when the call, made alone, ends there again", async () => {
	const other = (pass: 1 | 2) => [loopAt(pass === 1 ? 7 : 8)];
	expect(await outcomeWith(false, other)).toEqual(loopAt(0));
	const none = (pass: 1 | 2) => [pass === 1 ? loopAt(7) : value(1)];
	expect(await outcomeWith(false, none)).toEqual(loopAt(0));
	expect(await outcomeWith(false, () => [loopAt(7)])).toEqual(loopAt(7));
	expect(await outcomeWith(true, other)).toEqual(loopAt(7));
});

/** What a scripted child says to the jobs it is given, one script a job; the jobs it was given. */
async function runScripted(
	scripts: ((report: Parameters<Lane["run"]>[2]) => JobEnd)[],
) {
	const jobs: RunJob[] = [];
	const told: unknown[] = [];
	const run: Lane["run"] = async (job, _clock, onReport) => {
		if (job.type !== "run") throw new TypeError("expected calls to make");
		const script = scripts[jobs.length];
		jobs.push(job);
		if (!script) throw new TypeError(`no script for job ${jobs.length}`);
		return script(onReport);
	};
	const lend: LaneLender["lend"] = (work) => work({ run });
	const running = runCalls(
		{ lend, lendAlone: lend },
		{
			...requestOf(true),
			onFirstPass: (outcomes) => told.push(outcomes["c.1.1"]),
		},
	);
	await vi.advanceTimersByTimeAsync(1_000);
	return { result: await running, jobs, told };
}

const done: JobEnd = { kind: "done", isClean: true, heapMib: 0, cpuMs: 0 };
/** The second pass makes an only call twice, so that its place is an even one as well. */
const ends = (index: number, ...outcomes: HarnessOutcome[]) =>
	({ type: "ends", index, outcomes }) as const;

it("makes both passes in one job when every call comes to an end of its own", async () => {
	const { result, jobs, told } = await runScripted([
		(report) => {
			report(ends(0, value(1)));
			report(ends(1, value(1), value(1)));
			return done;
		},
	]);
	expect(jobs.map((job) => job.again)).toEqual([[0, 0]]);
	expect(told).toEqual([value(1)]);
	expect(result).toMatchObject({
		isConfirmed: true,
		hasBackstop: false,
		outcomes: { "c.1.1": value(1) },
	});
});

it("does not confirm what the second pass of the same job contradicts", async () => {
	const { result, told } = await runScripted([
		(report) => {
			report(ends(0, value(1)));
			report(ends(1, value(2), value(2)));
			return done;
		},
	]);
	expect(told).toEqual([value(1)]);
	expect(result).toMatchObject({
		isConfirmed: false,
		outcomes: { "c.1.1": { kind: "unstable" } },
	});
});

it("makes no second pass of a call without an end", async () => {
	const { result, jobs } = await runScripted([
		(report) => {
			report(ends(0, loopAt(3)));
			return done;
		},
	]);
	expect(jobs).toHaveLength(1);
	expect(result).toMatchObject({
		isConfirmed: true,
		outcomes: { "c.1.1": loopAt(3) },
	});
});

it("goes on one by one with a second pass that overstayed in the job of the first", async () => {
	const { result, jobs } = await runScripted([
		(report) => {
			report(ends(0, value(1)));
			return { kind: "limit", limit: "time_limit", during: 1, cpuMs: 0 };
		},
		(report) => {
			report(ends(0, value(1), value(1)));
			return done;
		},
	]);
	expect(jobs.map(({ isAtAStretch, again }) => [isAtAStretch, again])).toEqual([
		[true, [0, 0]],
		[false, []],
	]);
	expect(result).toMatchObject({
		isConfirmed: true,
		hasBackstop: true,
		outcomes: { "c.1.1": value(1) },
	});
});

it("makes only the second pass again when the child dies in it", async () => {
	const { result, jobs, told } = await runScripted([
		(report) => {
			report(ends(0, value(1)));
			return { kind: "died", reason: "killed from outside", cpuMs: 0 };
		},
		(report) => {
			report(ends(0, value(1), value(1)));
			return done;
		},
	]);
	expect(jobs.map(({ groups }) => groups.length)).toEqual([2, 1]);
	expect(told).toHaveLength(1);
	expect(result.isConfirmed).toBe(true);
});
