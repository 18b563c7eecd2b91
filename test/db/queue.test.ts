import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { openStore } from "../../db/open-store.ts";
import { turnMs } from "../../db/queue.ts";
import type { GradingJob, Store } from "../../db/store.ts";
import {
	addUser,
	claim,
	openCourse,
	submission,
	verdictFor,
} from "./temporary-store.ts";

const asWorker = { workerId: "w1", leaseMs: 1000, now: 2000 };

test("hands out the oldest submission with all that grading needs, and counts the run", async () => {
	const { store } = await openCourse();
	const { submission: made } = await store.createSubmission(submission);
	const job = await store.claimNextSubmission(asWorker);
	expect(job).toEqual({
		submissionId: made.submissionId,
		leaseToken: expect.stringMatching(/^[0-9a-f-]{36}$/),
		userId: "ada",
		slug: "neuron",
		version: "neuron-v1",
		attempt: 1,
		language: "typescript",
		source: submission.source,
		run: 1,
		askedAt: 1000,
		kind: "live",
	});
	expect(await store.findSubmission(made.submissionId)).toMatchObject({
		status: "running",
		ahead: 0,
	});
});

test("hands out nothing when nothing waits", async () => {
	const { store } = await openCourse();
	expect(await store.claimNextSubmission(asWorker)).toBeNull();
	await store.createSubmission(submission);
	await claim(store);
	expect(await store.claimNextSubmission(asWorker)).toBeNull();
});

test("has counted the run before the worker is told, so a run that kills its worker is counted", async () => {
	const { store, db } = await openCourse();
	await store.createSubmission(submission);
	await claim(store);
	expect(db.get(sql`SELECT runs FROM submissions`)).toEqual({ runs: 1 });
	expect(await store.recoverExpiredLeases(3000)).toBe(1);
	expect((await claim(store, { now: 3000 })).run).toBe(2);
});

test("takes a job back whose worker died before the clock was set back", async () => {
	const { store } = await openCourse();
	await store.createSubmission(submission);
	const today = 86_400_000;
	await claim(store, { now: today });
	expect(await store.recoverExpiredLeases(today)).toBe(0);
	// A few seconds, as clocks are corrected every day, are waited for.
	expect(await store.recoverExpiredLeases(today - 5000)).toBe(0);
	expect(await store.recoverExpiredLeases(today - 3_600_000)).toBe(1);
	expect((await claim(store, { now: today - 3_600_000 })).run).toBe(2);
});

test("never gives one job to two processes", async () => {
	const { store, file } = await openCourse();
	for (let i = 0; i < 60; i++) {
		await store.createSubmission({ ...submission, source: `${i}` });
	}
	const module = join(import.meta.dirname, "..", "..", "db", "open-store.ts");
	const script = `import { openStore } from ${JSON.stringify(module)};
		const store = openStore({ file: ${JSON.stringify(file)} });
		const claimed = [];
		for (;;) {
			const job = await store.claimNextSubmission({ workerId: "w" + process.pid, leaseMs: 60000, now: 2000 });
			if (job === null) break;
			claimed.push(job.submissionId);
		}
		console.log(JSON.stringify(claimed));`;
	const run = async (): Promise<string[]> => {
		const { stdout } = await promisify(execFile)(process.execPath, [
			"--input-type=module",
			"--eval",
			script,
		]);
		return JSON.parse(stdout);
	};
	const claims = (await Promise.all([run(), run(), run()])).flat();
	expect(claims).toHaveLength(60);
	expect(new Set(claims).size).toBe(60);
});

test("serves a student who comes late after one job of a student who filled the queue", async () => {
	const { store } = await openCourse();
	for (let i = 0; i < 50; i++) {
		await store.createSubmission({ ...submission, source: `${i}` });
	}
	for (let i = 0; i < 10; i++) await claim(store);
	const late = await store.createSubmission({ ...submission, userId: "bob" });
	expect(late.submission.ahead).toBe(0);
	expect((await claim(store)).userId).toBe("bob");
});

test("serves students in turn however many jobs each has", async () => {
	const { store, db } = await openCourse();
	addUser(db, "eve");
	for (const [userId, jobs] of [
		["eve", 30],
		["ada", 3],
		["bob", 2],
	] as const) {
		for (let i = 0; i < jobs; i++) {
			await store.createSubmission({ ...submission, userId, source: `${i}` });
		}
	}
	const order: string[] = [];
	for (let i = 0; i < 10; i++) order.push((await claim(store)).userId);
	expect(order.join(" ")).toBe("eve ada bob eve ada bob eve ada eve eve");
});

test("lets nobody save up turns by waiting", async () => {
	const { store } = await openCourse();
	for (let i = 0; i < 20; i++) {
		await store.createSubmission({ ...submission, source: `${i}` });
		await claim(store);
	}
	for (let i = 0; i < 5; i++) {
		await store.createSubmission({ ...submission, source: `next ${i}` });
		await store.createSubmission({
			...submission,
			userId: "bob",
			source: `${i}`,
		});
	}
	const order: string[] = [];
	for (let i = 0; i < 6; i++) order.push((await claim(store)).userId);
	expect(order.filter((userId) => userId === "ada")).toHaveLength(3);
});

test("says how many come before: as many as are then really handed out first", async () => {
	const { store } = await openCourse();
	for (const userId of ["ada", "ada", "ada", "bob", "bob"]) {
		await store.createSubmission({
			...submission,
			userId,
			source: `${Math.random()}`,
		});
	}
	const mine = await store.createSubmission({ ...submission, source: "mine" });
	let handedOut = 0;
	while ((await claim(store)).submissionId !== mine.submission.submissionId) {
		handedOut += 1;
	}
	expect(mine.submission.ahead).toBe(handedOut);
});

/** Submits a text of its own for a student. */
async function submitAs(store: Store, userId: string): Promise<string> {
	const source = `${userId} ${Math.random()}`;
	const made = await store.createSubmission({ ...submission, userId, source });
	return made.submission.submissionId;
}

function complete(store: Store, job: GradingJob, laneMs: number) {
	return store.completeSubmission({
		leaseToken: job.leaseToken,
		verdict: verdictFor(job),
		now: 2500,
		laneMs,
	});
}

/** Takes and ends everything that waits. @returns whose jobs they were, in order */
async function drain(
	store: Store,
	extra: Parameters<typeof claim>[1] = {},
): Promise<string> {
	const order: string[] = [];
	for (;;) {
		const job = await store.claimNextSubmission({ ...asWorker, ...extra });
		if (job === null) return order.join(" ");
		order.push(job.userId);
		await complete(store, job, turnMs);
	}
}

test("lets a student wait for what an earlier job cost, in turns of a short job", async () => {
	const { store } = await openCourse();
	for (const userId of ["ada", "ada", "bob", "bob", "bob", "bob", "bob"]) {
		await submitAs(store, userId);
	}
	await complete(store, await claim(store), 4 * turnMs);
	expect(await drain(store)).toBe("bob bob bob bob ada bob");
});

test("lets the next submission pay for a costly one that has ended", async () => {
	const { store } = await openCourse();
	await submitAs(store, "ada");
	for (let i = 0; i < 5; i++) await submitAs(store, "bob");
	await complete(store, await claim(store), 3 * turnMs);
	await submitAs(store, "ada");
	expect(await drain(store)).toBe("bob bob bob bob ada bob");
});

test("charges nothing beyond its turn for a short job, and nothing when the cost is not known", async () => {
	const { store } = await openCourse();
	for (const userId of ["ada", "ada", "ada", "bob", "bob", "bob"]) {
		await submitAs(store, userId);
	}
	await complete(store, await claim(store), 1.4 * turnMs);
	const job = await claim(store);
	expect(job.userId).toBe("bob");
	await store.completeSubmission({
		leaseToken: job.leaseToken,
		verdict: verdictFor(job),
		now: 2500,
	});
	expect(await drain(store)).toBe("ada bob ada bob");
});

test("does not let the cost of one student's job move the present turn of the others", async () => {
	const { store, db } = await openCourse();
	addUser(db, "eve");
	await submitAs(store, "ada");
	for (let i = 0; i < 3; i++) await submitAs(store, "bob");
	await complete(store, await claim(store), 100 * turnMs);
	await submitAs(store, "eve");
	expect(await drain(store)).toBe("bob eve bob bob");
});

test("postpones a live job by what it took, and hands it out again as a long one", async () => {
	const { store } = await openCourse();
	const first = await submitAs(store, "ada");
	await submitAs(store, "ada");
	for (let i = 0; i < 15; i++) await submitAs(store, "bob");
	const { leaseToken } = await claim(store);
	expect(
		await store.postponeSubmission({ leaseToken, laneMs: 3 * turnMs }),
	).toBe(true);
	expect(await store.findSubmission(first)).toMatchObject({
		status: "queued",
		ahead: 14,
	});
	const order: string[] = [];
	for (let i = 0; i < 17; i++) {
		const job = await claim(store);
		order.push(job.kind === "long" ? `${job.userId}:${job.run}` : job.userId);
		await complete(store, job, turnMs);
	}
	// Its student's other job waits for what it took; it lets ten rounds more go by, and then comes to its share.
	expect(order.join(" ")).toBe(
		`${"bob ".repeat(3)}ada ${"bob ".repeat(10)}ada:2 bob bob`,
	);
});

test("postpones a job once, and only by its lease", async () => {
	const { store } = await openCourse();
	await submitAs(store, "ada");
	expect(
		await store.postponeSubmission({ leaseToken: "none", laneMs: 1 }),
	).toBe(false);
	const { leaseToken } = await claim(store);
	await store.postponeSubmission({ leaseToken, laneMs: 500 });
	const again = await claim(store);
	expect(again.kind).toBe("long");
	expect(
		await store.postponeSubmission({
			leaseToken: again.leaseToken,
			laneMs: 500,
		}),
	).toBe(false);
});

test("leaves long jobs alone for a lane that may not take them", async () => {
	const { store } = await openCourse();
	await submitAs(store, "ada");
	const { leaseToken } = await claim(store);
	await store.postponeSubmission({ leaseToken, laneMs: 500 });
	expect(await store.hasWaiting(2000)).toBe(false);
	expect(
		await store.claimNextSubmission({ ...asWorker, mayTakeLong: false }),
	).toBeNull();
	await submitAs(store, "bob");
	expect(await store.hasWaiting(2000)).toBe(true);
	expect(await drain(store, { mayTakeLong: false })).toBe("bob");
	expect(await drain(store)).toBe("ada");
});

test("hands out a regrade only when no live or long job waits", async () => {
	const { store, db } = await openCourse();
	await submitAs(store, "bob");
	db.run(sql`UPDATE submissions SET kind = 'regrade'`);
	for (let i = 0; i < 3; i++) await submitAs(store, "ada");
	const { leaseToken } = await claim(store);
	await store.postponeSubmission({ leaseToken, laneMs: 900 });
	const waiting = await store.createSubmission({
		...submission,
		userId: "bob",
	});
	expect(waiting.submission.ahead).toBe(0);
	expect(await drain(store)).toBe("bob ada ada ada bob");
});

test("does not let a regrade's turn or cost touch the live ones", async () => {
	const { store, db } = await openCourse();
	await submitAs(store, "ada");
	db.run(sql`UPDATE submissions SET kind = 'regrade', turn = 900`);
	await complete(store, await claim(store), 100 * turnMs);
	await submitAs(store, "bob");
	expect(
		db.get(sql`SELECT turn FROM submissions WHERE user_id = 'bob'`),
	).toEqual({ turn: 0 });
});

test("counts ahead of each of many submissions what is then handed out first", async () => {
	const { store, db } = await openCourse();
	const students = ["ada", "bob", "eve", "kim"];
	for (const userId of students.slice(2)) addUser(db, userId);
	const ids: string[] = [];
	for (let i = 0; i < 40; i++) {
		ids.push(await submitAs(store, students[((i * i) % 7) % 4] ?? "ada"));
	}
	for (let i = 0; i < 4; i++) {
		const job = await claim(store);
		if (i % 2 === 0) await complete(store, job, i * 3 * turnMs);
		else
			await store.postponeSubmission({
				leaseToken: job.leaseToken,
				laneMs: 2 * turnMs,
			});
	}
	db.run(sql`UPDATE submissions SET kind = 'regrade' WHERE submission_id = 20`);
	const ahead = await store.countAhead(ids);
	const alone = new Map<string, number>();
	for (const id of ids) {
		const found = await store.findSubmission(id);
		if (found?.status === "queued") alone.set(id, found.ahead);
	}
	expect([...ahead].sort()).toEqual([...alone].sort());
	for (let handedOut = 0; handedOut < alone.size; handedOut++) {
		const job = await claim(store);
		expect(ahead.get(job.submissionId)).toBe(handedOut);
	}
});

test("tells what runs, and what was finished since it was last asked", async () => {
	const { store } = await openCourse();
	const [first, second] = [
		await submitAs(store, "ada"),
		await submitAs(store, "bob"),
	];
	const start = await store.readChanges(null);
	expect(start).toMatchObject({ running: [], finished: [] });
	const job = await claim(store);
	await store.reportProgress({ leaseToken: job.leaseToken, done: 2, total: 5 });
	const middle = await store.readChanges(start.cursor);
	expect(middle).toEqual({
		cursor: start.cursor,
		running: [{ submissionId: first, done: 2, total: 5 }],
		finished: [],
	});
	await complete(store, job, 1);
	await claim(store);
	const end = await store.readChanges(middle.cursor);
	expect(end).toMatchObject({
		running: [{ submissionId: second, done: 0, total: 0 }],
		finished: [first],
	});
	expect((await store.readChanges(end.cursor)).finished).toEqual([]);
	expect((await store.readChanges(null)).finished).toEqual([]);
});

test("puts a growing pause before a job whose runs keep being lost, and lets the others by", async () => {
	const { store } = await openCourse();
	const poison = await submitAs(store, "ada");
	const pauses: number[] = [];
	let now = 2000;
	for (let run = 1; run <= 10; run++) {
		expect(await claim(store, { now })).toMatchObject({
			submissionId: poison,
			run,
		});
		now += 1000;
		expect(await store.recoverExpiredLeases(now)).toBe(1);
		if (run < 3) continue;
		let pause = 0;
		while (!(await store.hasWaiting(now + pause))) pause += 1000;
		pauses.push(pause);
		const other = await submitAs(store, "bob");
		const job = await claim(store, { now });
		expect(job.submissionId).toBe(other);
		await store.completeSubmission({
			leaseToken: job.leaseToken,
			verdict: verdictFor(job),
			now,
		});
		now += pause;
	}
	expect(pauses).toEqual([
		2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000, 60_000,
	]);
});

test("renews a live lease, and refuses one that has run out or never was", async () => {
	const { store } = await openCourse();
	await store.createSubmission(submission);
	const { leaseToken } = await claim(store);
	const renew = (now: number) =>
		store.renewLease({ leaseToken, leaseMs: 1000, now });
	expect(await renew(2999)).toBe(true);
	expect(await renew(3998)).toBe(true);
	expect(await renew(4998)).toBe(false);
	expect(
		await store.renewLease({ leaseToken: "none", leaseMs: 1000, now: 2000 }),
	).toBe(false);
});

test("puts back what a dead worker held, not what a living one holds", async () => {
	const { store } = await openCourse();
	await store.createSubmission(submission);
	await store.createSubmission({ ...submission, userId: "bob" });
	const dead = await claim(store);
	const living = await claim(store, { now: 2500 });
	expect(await store.recoverExpiredLeases(2999)).toBe(0);
	expect(await store.recoverExpiredLeases(3000)).toBe(1);
	expect((await store.findSubmission(dead.submissionId))?.status).toBe(
		"queued",
	);
	expect((await store.findSubmission(living.submissionId))?.status).toBe(
		"running",
	);
});

test("refuses everything a lost lease asks for", async () => {
	const { store } = await openCourse();
	await store.createSubmission(submission);
	const { leaseToken } = await claim(store);
	await store.recoverExpiredLeases(3000);
	expect(await store.renewLease({ leaseToken, leaseMs: 1, now: 3000 })).toBe(
		false,
	);
	expect(await store.reportProgress({ leaseToken, done: 1, total: 2 })).toBe(
		false,
	);
	expect(await store.releaseSubmission({ leaseToken, notBefore: 0 })).toBe(
		false,
	);
});

test("shows progress while running, and forgets it when the job goes back", async () => {
	const { store } = await openCourse();
	const { submission: made } = await store.createSubmission(submission);
	const { leaseToken } = await claim(store);
	expect(await store.reportProgress({ leaseToken, done: 3, total: 8 })).toBe(
		true,
	);
	const progress = async () =>
		(await store.findSubmission(made.submissionId))?.progress;
	expect(await progress()).toEqual({ done: 3, total: 8 });
	await store.releaseSubmission({ leaseToken, notBefore: 0 });
	expect(await progress()).toBeNull();
	await claim(store);
	expect(await progress()).toBeNull();
});

test("keeps a released job back until its time, without holding up the others", async () => {
	const { store } = await openCourse();
	await store.createSubmission(submission);
	await store.createSubmission({ ...submission, userId: "bob" });
	const first = await claim(store);
	await store.releaseSubmission({
		leaseToken: first.leaseToken,
		notBefore: 9000,
	});
	expect((await claim(store)).userId).toBe("bob");
	expect(
		await store.claimNextSubmission({ ...asWorker, now: 8999 }),
	).toBeNull();
	expect(await claim(store, { now: 9000 })).toMatchObject({
		submissionId: first.submissionId,
		run: 2,
	});
});

test("counts what waits and what runs, and since when", async () => {
	const { store } = await openCourse();
	expect(await store.countQueue()).toMatchObject({
		queued: 0,
		running: 0,
		oldestQueuedAt: null,
	});
	for (const now of [100, 200, 300]) {
		await store.createSubmission({ ...submission, source: `${now}`, now });
	}
	await claim(store);
	expect(await store.countQueue()).toMatchObject({
		queued: 2,
		running: 1,
		oldestQueuedAt: 200,
	});
});

test("refuses half a lease, a lease on a finished submission, and one token twice", async () => {
	const { store, db } = await openCourse();
	await store.createSubmission(submission);
	await store.createSubmission({ ...submission, source: "b" });
	expect(() =>
		db.$client.exec(`UPDATE submissions SET lease_token = 'x'`),
	).toThrow("submissions_lease_whole");
	expect(() =>
		db.$client.exec(
			`UPDATE submissions SET lease_token = 'x', lease_expires_at = 1`,
		),
	).toThrow("UNIQUE constraint failed");
	expect(() =>
		db.$client.exec(`UPDATE submissions SET finished_at = 1`),
	).toThrow("a submission cannot be finished without a verdict");
});

test("lets two open stores share the queue's changes at once", async () => {
	const { store, file } = await openCourse();
	const worker = openStore({ file });
	const { submission: made } = await store.createSubmission(submission);
	const job = await claim(worker);
	expect(job.submissionId).toBe(made.submissionId);
	expect((await store.findSubmission(made.submissionId))?.status).toBe(
		"running",
	);
	await worker.close();
});
