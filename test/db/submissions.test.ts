import { expect, test } from "vitest";
import { openStore } from "../../db/open-store.ts";
import {
	QueueFullError,
	TooManyWaitingError,
	UnknownUserError,
} from "../../db/store.ts";
import { getSubmissionRow } from "../../db/submission-rows.ts";
import {
	claim,
	compiled,
	exerciseVersion,
	openCourse,
	submission,
	submitAndGrade,
	verdictFor,
} from "./temporary-store.ts";

test("queues a submission and gives it back whole", async () => {
	const { store } = await openCourse();
	const made = await store.createSubmission(submission);
	expect(made.isRepeat).toBe(false);
	expect(made.submission).toEqual({
		submissionId: expect.stringMatching(/^[0-9a-f-]{36}$/),
		userId: "ada",
		slug: "neuron",
		version: "neuron-v1",
		attempt: 1,
		language: "typescript",
		source: submission.source,
		status: "queued",
		createdAt: 1000,
		finishedAt: null,
		ahead: 0,
		progress: null,
		verdict: null,
	});
	expect(await store.findSubmission(made.submission.submissionId)).toEqual(
		made.submission,
	);
});

test("keeps every character of a source: NUL, CRLF, Chinese and emoji", async () => {
	const { store } = await openCourse();
	const source = "const 误差 = 1;\r\n\0// ∂🎓\n";
	const made = await store.createSubmission({ ...submission, source });
	expect(made.submission.source).toBe(source);
});

test("returns the earlier submission for the same source, and counts no attempt", async () => {
	const { store } = await openCourse();
	const first = await store.createSubmission(submission);
	const again = await store.createSubmission({ ...submission, now: 5000 });
	expect(again).toEqual({ submission: first.submission, isRepeat: true });
	const next = await store.createSubmission({ ...submission, source: "other" });
	expect(next.submission.attempt).toBe(2);
});

test("returns the graded submission with its verdict for the same source", async () => {
	const { store } = await openCourse();
	const submissionId = await submitAndGrade(store, {}, { status: "accepted" });
	const again = await store.createSubmission(submission);
	expect(again.isRepeat).toBe(true);
	expect(again.submission.submissionId).toBe(submissionId);
	expect(again.submission.verdict?.status).toBe("accepted");
});

test.each([
	["another student", { userId: "bob" }],
	["one space more", { source: `${submission.source} ` }],
	["the other language", { language: "javascript" }],
] as const)("takes the same source as new from %s", async (_, change) => {
	const { store } = await openCourse();
	await store.createSubmission(submission);
	const other = await store.createSubmission({ ...submission, ...change });
	expect(other.isRepeat).toBe(false);
});

test("takes the same source as new on another version, and counts on", async () => {
	const { store } = await openCourse();
	await store.createSubmission(submission);
	await store.publishVersion(
		exerciseVersion({ version: "neuron-v2" }),
		compiled,
	);
	const onNew = await store.createSubmission(submission);
	expect(onNew.isRepeat).toBe(false);
	expect(onNew.submission).toMatchObject({ version: "neuron-v2", attempt: 2 });
});

test("grades the same source anew after an internal error, under the same attempt number", async () => {
	const { store } = await openCourse();
	await submitAndGrade(store, {}, { status: "internal_error", points: 0 });
	const again = await store.createSubmission(submission);
	expect(again.isRepeat).toBe(false);
	expect(again.submission.attempt).toBe(1);
	const third = await store.createSubmission(submission);
	expect(third).toMatchObject({ isRepeat: true });
	expect(third.submission.submissionId).toBe(again.submission.submissionId);
});

test("never gives a number that a counted attempt bears, though an earlier one failed inside", async () => {
	const { store } = await openCourse();
	await store.createSubmission({ ...submission, source: "a" });
	await store.createSubmission({ ...submission, source: "b" });
	const first = await claim(store);
	await store.completeSubmission({
		leaseToken: first.leaseToken,
		verdict: verdictFor(first, { status: "internal_error", points: 0 }),
		now: 2100,
	});
	const next = await store.createSubmission({ ...submission, source: "c" });
	expect(next.submission.attempt).toBe(3);
});

test("makes one row of one source that two connections submit at once", async () => {
	const { store, file } = await openCourse();
	const other = openStore({ file });
	const [one, two] = await Promise.all([
		store.createSubmission(submission),
		other.createSubmission(submission),
	]);
	expect(one.submission.submissionId).toBe(two.submission.submissionId);
	expect([one.isRepeat, two.isRepeat].sort()).toEqual([false, true]);
	await other.close();
});

test("refuses an exercise that is not published", async () => {
	const { store } = await openCourse();
	await expect(
		store.createSubmission({ ...submission, slug: "none" }),
	).rejects.toThrow(new RangeError('no exercise "none" is published'));
});

test("refuses a user who is not there", async () => {
	const { store } = await openCourse();
	await expect(
		store.createSubmission({ ...submission, userId: "nobody" }),
	).rejects.toThrow(new UnknownUserError("nobody"));
	expect(new UnknownUserError("nobody").message).toBe(
		'there is no user "nobody"',
	);
});

test("refuses to delete a submission or the account above it, or to touch a source", async () => {
	const { store, db } = await openCourse();
	await store.createSubmission(submission);
	expect(() => db.$client.exec(`DELETE FROM submissions`)).toThrow(
		"a submission is never deleted",
	);
	expect(() =>
		db.$client.exec(`DELETE FROM users WHERE user_id = 'ada'`),
	).toThrow("FOREIGN KEY constraint failed");
	expect(() => db.$client.exec(`UPDATE sources SET source = 'x'`)).toThrow(
		"a submitted source is never changed",
	);
	db.$client.exec(`PRAGMA foreign_keys = OFF`);
	expect(() => db.$client.exec(`DELETE FROM sources`)).toThrow(
		"a submitted source is never deleted",
	);
});

test("finds nothing under an unknown id, and says so where one must be there", async () => {
	const { store, db } = await openCourse();
	expect(await store.findSubmission("none")).toBeNull();
	expect(() => getSubmissionRow(db, "none")).toThrow(
		new RangeError('there is no submission "none"'),
	);
});

test("lists a student's own submissions, newest first, without the verdicts' long parts", async () => {
	const { store } = await openCourse();
	const graded = await submitAndGrade(store, {}, {});
	const queued = await store.createSubmission({ ...submission, source: "b" });
	await store.createSubmission({ ...submission, userId: "bob" });
	const list = await store.listSubmissions("ada", "neuron");
	expect(list.map(({ submissionId }) => submissionId)).toEqual([
		queued.submission.submissionId,
		graded,
	]);
	expect(list[1]?.verdict).toMatchObject({ points: 10, console: [] });
	expect(list[1]?.verdict?.checks[0]).not.toHaveProperty("shown");
	const whole = await store.findSubmission(graded);
	expect(whole?.verdict?.console).toEqual(["hello"]);
	expect(whole?.verdict?.checks[0]).toHaveProperty("shown");
});

test("takes no more than so many unfinished submissions of one student, repeats and other students excepted", async () => {
	const { store } = await openCourse();
	const submitOne = (userId: string, source: string) =>
		store.createSubmission({ ...submission, userId, source, maxWaiting: 3 });
	for (const source of ["1", "2", "3"]) await submitOne("ada", source);
	const job = await claim(store);
	const refused = submitOne("ada", "4");
	await expect(refused).rejects.toBeInstanceOf(TooManyWaitingError);
	await expect(refused).rejects.toThrow(
		"there are 3 submissions waiting to be graded already",
	);
	expect((await submitOne("ada", "2")).isRepeat).toBe(true);
	await submitOne("bob", "4");
	await store.completeSubmission({
		leaseToken: job.leaseToken,
		verdict: verdictFor(job),
		now: 2500,
	});
	expect((await submitOne("ada", "4")).isRepeat).toBe(false);
});

test("takes no more than so many waiting submissions in all", async () => {
	const { store } = await openCourse();
	const submitOne = (source: string) =>
		store.createSubmission({ ...submission, source, maxQueue: 2 });
	await submitOne("1");
	await submitOne("2");
	const refused = submitOne("3");
	await expect(refused).rejects.toBeInstanceOf(QueueFullError);
	await expect(refused).rejects.toThrow(
		"the queue holds 2 submissions and takes no more",
	);
	expect((await submitOne("2")).isRepeat).toBe(true);
	await claim(store);
	await submitOne("3");
});
