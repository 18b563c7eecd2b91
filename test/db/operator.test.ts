import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { openStore } from "../../db/open-store.ts";
import type { Store } from "../../db/store.ts";
import {
	addUser,
	claim,
	compiled,
	exerciseVersion,
	openCourse,
	submission,
	submitAndGrade,
	verdictFor,
} from "./temporary-store.ts";

/** Submits and sets aside, as a worker does when our own part has failed. */
function submitAndSetAside(store: Store, source: string, message = "broken") {
	return submitAndGrade(
		store,
		{ source },
		{
			status: "internal_error",
			points: 0,
			failure: { kind: "internal_error", message },
		},
	);
}

async function gradeNext(
	store: Store,
	verdict: Parameters<typeof verdictFor>[1] = {},
) {
	const job = await claim(store, { now: 9000 });
	await store.completeSubmission({
		leaseToken: job.leaseToken,
		verdict: verdictFor(job, verdict),
		now: 9100,
	});
	return job;
}

test("lists what was set aside, the latest first, with the reason and the worker, and counts beyond the limit", async () => {
	const { store } = await openCourse();
	const first = await submitAndSetAside(store, "a", "children died");
	const second = await submitAndSetAside(store, "b", "begun 61 times");
	await submitAndGrade(store, { source: "c" }, {});
	expect(await store.listSetAside(10)).toEqual({
		total: 2,
		rows: [
			expect.objectContaining({
				submissionId: second,
				reason: "begun 61 times",
			}),
			{
				submissionId: first,
				slug: "neuron",
				version: "neuron-v1",
				attempt: 1,
				setAsideAt: 2500,
				workerId: "w1",
				reason: "children died",
			},
		],
	});
	expect(await store.listSetAside(1)).toMatchObject({
		total: 2,
		rows: [{ submissionId: second }],
	});
});

test("grades again with the same seed, and keeps both verdicts of which the new one is current", async () => {
	const { store, db } = await openCourse();
	const submissionId = await submitAndSetAside(store, "a");
	expect(await store.gradeAgain({ submissionId, now: 8000 })).toBe(true);
	expect(await store.findSubmission(submissionId)).toMatchObject({
		status: "queued",
		verdict: null,
	});
	expect(await store.listSetAside(10)).toEqual({ rows: [], total: 0 });
	expect(await store.listRegrades(10)).toEqual([
		{
			submissionId,
			slug: "neuron",
			attempt: 1,
			askedAt: 8000,
			status: "queued",
			points: null,
			maxPoints: null,
		},
	]);
	const job = await gradeNext(store);
	expect(job).toMatchObject({
		submissionId,
		userId: "ada",
		attempt: 1,
		kind: "regrade",
		askedAt: 8000,
	});
	expect(await store.findSubmission(submissionId)).toMatchObject({
		status: "accepted",
		finishedAt: 9100,
	});
	expect(await store.listRegrades(10)).toMatchObject([
		{ status: "accepted", points: 10, maxPoints: 10 },
	]);
	expect(
		db.all(sql`SELECT run, status FROM verdicts ORDER BY verdict_id`),
	).toEqual([
		{ run: 1, status: "internal_error" },
		{ run: 2, status: "accepted" },
	]);
	expect(db.all(sql`SELECT * FROM current_verdicts`)).toHaveLength(1);
});

test("begins a regrade with a fresh count of runs, so that old faults do not end it at once", async () => {
	const { store } = await openCourse();
	const { submissionId } = (await store.createSubmission(submission))
		.submission;
	for (let run = 1; run <= 4; run++) {
		const { leaseToken } = await claim(store);
		await store.releaseSubmission({ leaseToken, notBefore: 0 });
	}
	const last = await claim(store);
	expect(last.run).toBe(5);
	await store.completeSubmission({
		leaseToken: last.leaseToken,
		verdict: verdictFor(last, { status: "internal_error", points: 0 }),
		now: 2500,
	});
	await store.gradeAgain({ submissionId, now: 3000 });
	const again = await claim(store, { now: 3000 });
	expect(again.run).toBe(1);
	await store.releaseSubmission({ leaseToken: again.leaseToken, notBefore: 0 });
	expect((await claim(store, { now: 3000 })).run).toBe(2);
});

test("may set a submission aside again, and grade it again after that", async () => {
	const { store } = await openCourse();
	const submissionId = await submitAndSetAside(store, "a");
	await store.gradeAgain({ submissionId, now: 8000 });
	await gradeNext(store, { status: "internal_error", points: 0 });
	expect((await store.listSetAside(10)).total).toBe(1);
	expect(await store.gradeAgain({ submissionId, now: 9200 })).toBe(true);
	await gradeNext(store);
	expect((await store.findSubmission(submissionId))?.status).toBe("accepted");
});

test("refuses to grade again what is not set aside: unknown, waiting, running, graded, or asked for already", async () => {
	const { store } = await openCourse();
	const gradeAgain = (submissionId: string) =>
		store.gradeAgain({ submissionId, now: 8000 });
	expect(await gradeAgain("none")).toBe(false);
	const graded = await submitAndGrade(store, { source: "a" }, {});
	expect(await gradeAgain(graded)).toBe(false);
	expect((await store.findSubmission(graded))?.status).toBe("accepted");
	const waiting = (await store.createSubmission(submission)).submission;
	expect(await gradeAgain(waiting.submissionId)).toBe(false);
	await claim(store);
	expect(await gradeAgain(waiting.submissionId)).toBe(false);
	await store.recoverExpiredLeases(1e9);
	await gradeNext(store);
	const aside = await submitAndSetAside(store, "b");
	expect(await gradeAgain(aside)).toBe(true);
	expect(await gradeAgain(aside)).toBe(false);
});

test("serves all live work before a regrade, however late it comes", async () => {
	const { store } = await openCourse();
	const first = await submitAndSetAside(store, "first");
	const second = await submitAndSetAside(store, "second");
	await store.gradeAgain({ submissionId: second, now: 8000 });
	await store.gradeAgain({ submissionId: first, now: 8001 });
	for (const [userId, source] of [
		["ada", "1"],
		["ada", "2"],
		["bob", "3"],
	] as const) {
		const made = await store.createSubmission({
			...submission,
			userId,
			source,
		});
		expect(made.submission.ahead).toBe(
			userId === "bob" ? 0 : Number(source) - 1,
		);
	}
	expect((await store.findSubmission(first))?.ahead).toBe(3);
	expect((await store.findSubmission(second))?.ahead).toBe(4);
	const order: string[] = [];
	for (let i = 0; i < 5; i++) {
		order.push((await claim(store, { now: 9000 })).source);
	}
	expect(order).toEqual(["3", "1", "2", "first", "second"]);
});

test("counts the queue by kind; a regrade waits since it was asked for, not since it was submitted", async () => {
	const { store } = await openCourse();
	const submissionId = await submitAndSetAside(store, "a");
	await store.gradeAgain({ submissionId, now: 8000 });
	expect(await store.countQueue()).toEqual({
		queued: 1,
		running: 0,
		oldestQueuedAt: 8000,
		byKind: { regrade: { queued: 1, running: 0, oldestQueuedAt: 8000 } },
	});
	await store.createSubmission({ ...submission, now: 8500 });
	await claim(store, { now: 9000 });
	expect(await store.countQueue()).toEqual({
		queued: 1,
		running: 1,
		oldestQueuedAt: 8000,
		byKind: {
			live: { queued: 0, running: 1, oldestQueuedAt: null },
			regrade: { queued: 1, running: 0, oldestQueuedAt: 8000 },
		},
	});
});

test("says which exercises fill the queue and who has most waiting", async () => {
	const { store, db } = await openCourse();
	expect(await store.describeQueue()).toEqual({
		byExercise: [],
		mostWaiting: [],
	});
	await store.publishVersion(exerciseVersion({ slug: "layer" }), compiled);
	addUser(db, "gus", { isAnonymous: true });
	for (const [userId, slug, source] of [
		["ada", "neuron", "1"],
		["gus", "neuron", "1"],
		["gus", "neuron", "2"],
		["gus", "layer", "3"],
	] as const) {
		await store.createSubmission({ ...submission, userId, slug, source });
	}
	await claim(store); // ada's
	expect(await store.describeQueue()).toEqual({
		byExercise: [
			{ slug: "neuron", queued: 2, running: 1 },
			{ slug: "layer", queued: 1, running: 0 },
		],
		mostWaiting: [{ userId: "gus", name: "gus", isGuest: true, queued: 3 }],
	});
});

test("gives median and 95th percentile of grading times by version, slowest first, over the latest verdicts only", async () => {
	const { store } = await openCourse();
	expect(await store.listGradingTimes(100)).toEqual([]);
	await store.publishVersion(exerciseVersion({ slug: "layer" }), compiled);
	for (let ms = 1; ms <= 20; ms++) {
		const measurements = { wallMs: ms * 10, cpuMs: ms, heapMib: 1 };
		await submitAndGrade(store, { source: `${ms}` }, { measurements });
	}
	const measurements = { wallMs: 500, cpuMs: 90, heapMib: 1 };
	await submitAndGrade(store, { slug: "layer" }, { measurements });
	await submitAndGrade(
		store,
		{ slug: "layer", source: "fault" },
		{ status: "internal_error", points: 0 },
	);
	expect(await store.listGradingTimes(100)).toEqual([
		{
			slug: "layer",
			version: "layer-v1",
			verdicts: 1,
			medianMs: 500,
			p95Ms: 500,
			medianCpuMs: 90,
		},
		{
			slug: "neuron",
			version: "neuron-v1",
			verdicts: 20,
			medianMs: 100,
			p95Ms: 190,
			medianCpuMs: 10,
		},
	]);
	expect(await store.listGradingTimes(4)).toMatchObject([
		{ slug: "layer", verdicts: 1 },
		{ slug: "neuron", verdicts: 2, medianMs: 190 },
	]);
});

test("counts verdicts to the same numbers whether it counts all or only what is new", async () => {
	const { store, file } = await openCourse();
	expect(await store.countVerdicts()).toEqual({});
	await submitAndGrade(store, { source: "a" }, {});
	expect(await store.countVerdicts()).toEqual({ accepted: 1 });
	expect(await store.countVerdicts()).toEqual({ accepted: 1 });
	await submitAndGrade(store, { source: "b" }, {});
	await submitAndGrade(store, { source: "c" }, { status: "partial" });
	expect(await store.countVerdicts()).toEqual({ accepted: 2, partial: 1 });
	const fresh = openStore({ file });
	expect(await fresh.countVerdicts()).toEqual({ accepted: 2, partial: 1 });
	await fresh.close();
});
