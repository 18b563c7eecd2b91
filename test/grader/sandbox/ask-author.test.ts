import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { askAuthor } from "../../../grader/sandbox/ask-author.ts";
import type { Lane } from "../../../grader/sandbox/pool.ts";
import { SandboxError } from "../../../grader/sandbox/run-calls.ts";

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

it("gives up on children that say for ever that they do not have the version", async () => {
	let tries = 0;
	const run: Lane["run"] = async (_job, _clock, onReport) => {
		tries++;
		onReport({ type: "unknown_material" });
		return { kind: "done", isClean: true, heapMib: 0, cpuMs: 0 };
	};
	const asking = askAuthor(
		{ run },
		{
			version: "v",
			material: { scripts: [], heapMib: 16 },
			operation: "plan",
			input: {},
		},
	).catch((error: unknown) => error);
	await vi.advanceTimersByTimeAsync(20_000);
	const error = await asking;
	expect(error).toBeInstanceOf(SandboxError);
	expect(error).toMatchObject({
		message: expect.stringContaining("author children died 10 times"),
	});
	// The first time is no death: the child may have dropped it to make room.
	expect(tries).toBe(11);
});
