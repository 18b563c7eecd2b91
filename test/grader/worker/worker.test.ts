import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import type { GradingJob, Store } from "../../../db/store.ts";
import type { Verdict } from "../../../grader/verdict.ts";
import { Worker } from "../../../grader/worker/worker.ts";

const exercise: unknown = JSON.parse(
	readFileSync(
		join(
			import.meta.dirname,
			"../../../exercises/nonlinear-backward/exercise.json",
		),
		"utf8",
	),
);

/** Lets a worker grade one job on its `run`th try, on a version whose script fails; tells what it stored and logged. */
async function workOnBrokenVersion(run: number) {
	const job: GradingJob = {
		submissionId: "s",
		leaseToken: "t",
		userId: "u",
		slug: "nonlinear-backward",
		version: "v",
		attempt: 1,
		language: "typescript",
		source: "// canary",
		run,
		askedAt: 0,
		kind: "live",
	};
	const jobs = [job];
	const released: number[] = [];
	const verdicts: Verdict[] = [];
	const logged: { err?: unknown; message: string }[] = [];
	const lines: { message: string }[] = [];
	const removed: string[] = [];
	const store: Partial<Store> = {
		dataVersion: () => 0,
		getSecret: async () => "secret",
		recoverExpiredLeases: async () => 0,
		recordHeartbeat: async () => undefined,
		removeHeartbeat: async (id) => {
			removed.push(id);
		},
		claimNextSubmission: async () => jobs.shift() ?? null,
		findVersion: async () => ({ exercise }) as never,
		getCompiled: async () => ({
			script: 'throw new Error("broken at /a/path")',
			proofs: '{"budgets":{},"wrong":[]}',
		}),
		releaseSubmission: async ({ notBefore }) => {
			released.push(notBefore);
			worker.stop();
			return true;
		},
		completeSubmission: async ({ verdict }) => {
			verdicts.push(verdict);
			worker.stop();
			return true;
		},
	};
	const worker = new Worker(store as Store, {
		id: "w",
		size: 1,
		log: {
			debug: () => undefined,
			info: (event, message) => lines.push({ ...event, message }),
			error: (event, message) => {
				logged.push({ ...event, message });
				lines.push({ ...event, message });
			},
		},
	});
	await worker.run();
	return { released, verdicts, logged, lines, removed };
}

it("gives a job back when our own part fails, and logs the error where pino shows it", async () => {
	const { released, verdicts, logged } = await workOnBrokenVersion(1);
	expect(verdicts).toEqual([]);
	expect(released).toHaveLength(1);
	expect(logged.map(({ message }) => message)).toEqual([
		"grading failed by our fault",
	]);
	expect(String(logged[0]?.err)).toContain("broken at /a/path");
});

it.each([
	[5, "grading failed 5 times by our fault"],
	[61, "begun 61 times and never ended"],
])(
	"sets a job aside on run %i without telling the student of our insides",
	async (run, message) => {
		const { released, verdicts } = await workOnBrokenVersion(run);
		expect(released).toEqual([]);
		expect(verdicts).toMatchObject([
			{ status: "internal_error", points: 0, failure: { message } },
		]);
	},
);

it("names the submission on every line about it, from the claim on", async () => {
	const { logged, lines } = await workOnBrokenVersion(1);
	expect(lines.map(({ message }) => message)).toEqual([
		"claimed",
		"grading failed by our fault",
		"given back",
	]);
	for (const line of [...lines, ...logged]) {
		expect(line).toMatchObject({ submissionId: "s" });
	}
	expect(lines[2]).toMatchObject({ run: 1, pauseMs: 1000 });
});

it("says with the line of a submission set aside why, and never its source", async () => {
	const { lines } = await workOnBrokenVersion(61);
	expect(lines.at(-1)).toMatchObject({
		message: "set aside as internal_error",
		submissionId: "s",
		reason: "begun 61 times and never ended",
	});
	expect(JSON.stringify(lines)).not.toContain("canary");
});

it("is forgotten when it stops as it was told", async () => {
	const { removed } = await workOnBrokenVersion(1);
	expect(removed).toEqual(["w"]);
});

it("goes on taking back the jobs of dead workers when the clock is set back", async () => {
	let looks = 0;
	const store: Partial<Store> = {
		dataVersion: () => 0,
		recordHeartbeat: async () => undefined,
		removeHeartbeat: async () => undefined,
		claimNextSubmission: async () => null,
		recoverExpiredLeases: async () => {
			looks++;
			const now = Date.now();
			if (looks === 1) vi.spyOn(Date, "now").mockReturnValue(now - 3_600_000);
			else worker.stop();
			return 0;
		},
	};
	const log = { debug() {}, info() {}, error() {} };
	const worker = new Worker(store as Store, { id: "w", size: 1, log });
	const tooLate = setTimeout(() => worker.stop(), 5_000);
	try {
		await worker.run();
	} finally {
		clearTimeout(tooLate);
		vi.restoreAllMocks();
	}
	expect(looks).toBe(2);
});
