import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import {
	claim,
	openCourse,
	submission,
	submitAndGrade,
	verdictFor,
} from "./temporary-store.ts";

async function openWithJob() {
	const opened = await openCourse();
	await opened.store.createSubmission(submission);
	return { ...opened, job: await claim(opened.store) };
}

test("stores the verdict, ends the lease and shows the whole verdict", async () => {
	const { store, job } = await openWithJob();
	const verdict = verdictFor(job);
	const { leaseToken } = job;
	expect(
		await store.completeSubmission({ leaseToken, verdict, now: 2500 }),
	).toBe(true);
	expect(await store.findSubmission(job.submissionId)).toMatchObject({
		status: "accepted",
		finishedAt: 2500,
		progress: null,
		verdict,
	});
	expect(await store.countQueue()).toMatchObject({ queued: 0, running: 0 });
});

test("changes nothing when the same verdict is brought twice", async () => {
	const { store, db, job } = await openWithJob();
	const { leaseToken } = job;
	await store.completeSubmission({
		leaseToken,
		verdict: verdictFor(job),
		now: 2500,
	});
	const again = verdictFor(job, { status: "wrong_answer", points: 0 });
	expect(
		await store.completeSubmission({ leaseToken, verdict: again, now: 2600 }),
	).toBe(false);
	expect((await store.findSubmission(job.submissionId))?.status).toBe(
		"accepted",
	);
	expect(db.get(sql`SELECT count(*) AS n FROM verdicts`)).toEqual({ n: 1 });
});

test("refuses the late verdict of a worker whose job another one has", async () => {
	const { store, job: late } = await openWithJob();
	await store.recoverExpiredLeases(3000);
	const job = await claim(store, { workerId: "w2", now: 3000 });
	expect(
		await store.completeSubmission({
			leaseToken: late.leaseToken,
			verdict: verdictFor(late, { status: "time_limit", points: 0 }),
			now: 3100,
		}),
	).toBe(false);
	expect(
		await store.completeSubmission({
			leaseToken: job.leaseToken,
			verdict: verdictFor(job),
			now: 3200,
		}),
	).toBe(true);
	expect((await store.findSubmission(job.submissionId))?.status).toBe(
		"accepted",
	);
});

test("refuses a verdict whose lease has run out though nobody has noticed yet", async () => {
	const { store, job } = await openWithJob();
	expect(
		await store.completeSubmission({
			leaseToken: job.leaseToken,
			verdict: verdictFor(job),
			now: 3000,
		}),
	).toBe(false);
	expect((await store.findSubmission(job.submissionId))?.verdict).toBeNull();
});

test("refuses a verdict about another version, and leaves the job with its worker", async () => {
	const { store, job } = await openWithJob();
	const verdict = verdictFor({ slug: "neuron", version: "neuron-v0" });
	await expect(
		store.completeSubmission({
			leaseToken: job.leaseToken,
			verdict,
			now: 2500,
		}),
	).rejects.toThrow(
		new RangeError(
			'the verdict is about "neuron" neuron-v0, the submission is for "neuron" neuron-v1',
		),
	);
	expect(
		await store.renewLease({
			leaseToken: job.leaseToken,
			leaseMs: 1000,
			now: 2500,
		}),
	).toBe(true);
});

test("refuses to change, delete or replace a stored verdict, or to take the current one away", async () => {
	const { store, db } = await openCourse();
	await submitAndGrade(store, {}, {});
	for (const table of ["verdicts", "verdict_details"]) {
		expect(() =>
			db.$client.exec(`UPDATE ${table} SET verdict_id = verdict_id`),
		).toThrow("a stored verdict is never changed");
		expect(() => db.$client.exec(`DELETE FROM ${table}`)).toThrow(
			"a stored verdict is never deleted",
		);
	}
	expect(() =>
		db.$client.exec(
			`REPLACE INTO verdict_details SELECT * FROM verdict_details`,
		),
	).toThrow("a stored verdict is never deleted");
	expect(() => db.$client.exec(`DELETE FROM current_verdicts`)).toThrow(
		"a graded submission keeps a current verdict",
	);
});

test("refuses a second current verdict, and another submission's verdict as current", async () => {
	const { store, db } = await openCourse();
	await submitAndGrade(store, { source: "a" }, {});
	await submitAndGrade(store, { source: "b" }, {});
	const insert = (submissionId: number, verdictId: number) =>
		db.$client.exec(
			`INSERT INTO current_verdicts VALUES (${submissionId}, ${verdictId})`,
		);
	expect(() => insert(1, 2)).toThrow("UNIQUE constraint failed");
	await store.createSubmission({ ...submission, source: "c" });
	const third = await claim(store);
	db.$client.exec(`INSERT INTO verdicts (submission_id, run, worker_id, status, points, max_points, created_at)
		VALUES (3, ${third.run + 1}, 'w', 'accepted', 1, 1, 1)`);
	expect(() =>
		db.$client.exec(
			`UPDATE current_verdicts SET verdict_id = 3 WHERE submission_id = 1`,
		),
	).toThrow("FOREIGN KEY constraint failed");
});

test("refuses a second verdict of one run", async () => {
	const { store, db } = await openCourse();
	await submitAndGrade(store, {}, {});
	expect(() =>
		db.$client.exec(`INSERT INTO verdicts (submission_id, run, worker_id, status, points, max_points, created_at)
			SELECT submission_id, run, worker_id, 'wrong_answer', 0, 1, 1 FROM verdicts`),
	).toThrow("UNIQUE constraint failed: verdicts.submission_id, verdicts.run");
});

test("counts verdicts by status", async () => {
	const { store } = await openCourse();
	expect(await store.countVerdicts()).toEqual({});
	await submitAndGrade(store, { source: "a" }, {});
	await submitAndGrade(store, { source: "b" }, {});
	await submitAndGrade(store, { source: "c" }, { status: "partial" });
	expect(await store.countVerdicts()).toEqual({ accepted: 2, partial: 1 });
});
