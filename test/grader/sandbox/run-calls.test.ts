import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { HarnessOutcome } from "../../../grader/harness/outcome.ts";
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
