import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { expect, test } from "vitest";
import { passingWrite } from "../../db/passing-write.ts";
import { openCourse, openTemporaryStore } from "./temporary-store.ts";

const module = join(import.meta.dirname, "..", "..", "db", "open-store.ts");

/** Runs a script that prints one line per acknowledged operation, and kills it after so many lines. */
async function runAndKill(script: string, lines: number): Promise<string[]> {
	const child = spawn(
		process.execPath,
		["--input-type=module", "--eval", script],
		{ stdio: ["ignore", "pipe", "inherit"] },
	);
	const exit = once(child, "exit");
	const acknowledged: string[] = [];
	for await (const line of createInterface({ input: child.stdout })) {
		acknowledged.push(line);
		if (acknowledged.length === lines) child.kill("SIGKILL");
	}
	const [, signal] = await exit;
	expect(signal).toBe("SIGKILL");
	return acknowledged;
}

test("loses no acknowledged submission when the process is killed between two writes", async () => {
	const { store, file } = await openCourse();
	const script = `import { openStore } from ${JSON.stringify(module)};
		import { writeSync } from "node:fs";
		const store = openStore({ file: ${JSON.stringify(file)} });
		for (let i = 0; ; i++) {
			const { submission } = await store.createSubmission(
				{ userId: "ada", slug: "neuron", language: "typescript", source: process.pid + " " + i, now: i });
			writeSync(1, submission.submissionId + "\\n");
		}`;
	const acknowledged: string[] = [];
	for (const lines of [1, 40, 133]) {
		acknowledged.push(...(await runAndKill(script, lines)));
	}
	for (const submissionId of acknowledged) {
		expect(await store.findSubmission(submissionId)).toMatchObject({
			status: "queued",
		});
	}
	const { queued } = await store.countQueue();
	expect(queued).toBeGreaterThanOrEqual(acknowledged.length);
	const rows = await store.listSubmissions("ada", "neuron");
	expect(rows.map(({ attempt }) => attempt)).toEqual(
		rows.map((_, index) => rows.length - index),
	);
});

test("waits for the disk again after a write that need not", () => {
	const { db } = openTemporaryStore();
	const synchronous = () => db.$client.pragma("synchronous", { simple: true });
	expect(passingWrite(db, synchronous)).toBe(1);
	expect(synchronous()).toBe(2);
	expect(() =>
		passingWrite(db, () => {
			throw new Error("locked");
		}),
	).toThrow("locked");
	expect(synchronous()).toBe(2);
});

test("leaves a claim of a killed worker counted and recoverable", async () => {
	const { store, file } = await openCourse();
	for (let i = 0; i < 30; i++) {
		await store.createSubmission({
			userId: "ada",
			slug: "neuron",
			language: "typescript",
			source: `${i}`,
			now: i,
		});
	}
	const script = `import { openStore } from ${JSON.stringify(module)};
		import { writeSync } from "node:fs";
		const store = openStore({ file: ${JSON.stringify(file)} });
		for (;;) {
			const job = await store.claimNextSubmission({ workerId: "w", leaseMs: 1000, now: 1000 });
			if (job === null) await new Promise((resolve) => setTimeout(resolve, 10));
			else writeSync(1, job.submissionId + "\\n");
		}`;
	const claimed = await runAndKill(script, 10);
	expect(await store.recoverExpiredLeases(2000)).toBeGreaterThanOrEqual(
		claimed.length,
	);
	const job = await store.claimNextSubmission({
		workerId: "w2",
		leaseMs: 1000,
		now: 2000,
	});
	expect(job).toMatchObject({ submissionId: claimed[0], run: 2 });
	expect(await store.countQueue()).toMatchObject({ queued: 29, running: 1 });
});
