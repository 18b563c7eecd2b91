import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Lane, LaneLender } from "../../../grader/sandbox/pool.ts";
import { runCalls, SandboxError } from "../../../grader/sandbox/run-calls.ts";
import { PositionMap } from "../../../grader/transform/erasure.ts";

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

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
	const running = runCalls(lanes, {
		code: "",
		positions: new PositionMap({ insertions: [], lineStarts: [0], length: 0 }),
		calls: [
			{
				id: "c.1.1",
				checkId: "c",
				caseId: "c.1",
				name: "f",
				args: [],
				isVisible: true,
				isFixed: true,
			},
		],
		limits: { cpuMs: 100, heapMib: 32, outputKib: 1 },
		budgets: {},
		seed: 0,
		withSecondPass: true,
	}).catch((error: unknown) => error);
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
