import { expect, test } from "vitest";
import { openDatabase } from "../../db/open-database.ts";
import { createOperator } from "../../db/operator.ts";
import { createQueue } from "../../db/queue.ts";
import { createScores } from "../../db/scores.ts";
import { createSubmissions } from "../../db/submissions.ts";
import { createVerdicts } from "../../db/verdicts.ts";
import {
	claim,
	openCourse,
	submission,
	submitAndGrade,
	verdictFor,
} from "./temporary-store.ts";

/**
 * Every step of the plans of all statements that an operation runs, e.g. "SEARCH submissions USING INDEX …".
 * The oracle is SQLite's own planner: what it searches by index stays quick at a million rows.
 */
async function plansOf(
	file: string,
	operate: (db: ReturnType<typeof openDatabase>) => Promise<unknown>,
): Promise<string[]> {
	const db = openDatabase(file);
	const prepare = db.$client.prepare.bind(db.$client);
	const statements: string[] = [];
	db.$client.prepare = (text: string) => {
		statements.push(text);
		return prepare(text);
	};
	await operate(db);
	const details = statements.flatMap((text) => {
		const parameters = Array(text.split("?").length - 1).fill(1);
		const rows = prepare<unknown[], { detail: string }>(
			`EXPLAIN QUERY PLAN ${text}`,
		).all(...parameters);
		return rows.map(({ detail }) => detail);
	});
	db.$client.close();
	expect(details).not.toEqual([]);
	return details;
}

/** Steps that read a whole table without an index. */
const fullScans = (plan: string[]) =>
	plan.filter((step) => /^SCAN (\w+)$/.test(step));

test("submits without reading any table whole", async () => {
	const { file } = await openCourse();
	const plan = await plansOf(file, (db) =>
		createSubmissions(db).createSubmission({
			...submission,
			maxWaiting: 20,
			maxQueue: 100,
		}),
	);
	expect(fullScans(plan)).toEqual([]);
	expect(plan).toContainEqual(
		expect.stringContaining(
			"INDEX submissions_repeat (user_id=? AND version=? AND source_hash=?)",
		),
	);
	expect(plan).toContainEqual(
		expect.stringContaining("INDEX submissions_started_turn (kind=?)"),
	);
	expect(plan).toContainEqual(
		expect.stringContaining(
			"INDEX submissions_unfinished (user_id=? AND finished_at=?)",
		),
	);
	expect(plan).toContainEqual(
		expect.stringContaining(
			"COVERING INDEX submissions_student_turn (user_id=?)",
		),
	);
	expect(plan).toContainEqual(
		expect.stringContaining("INDEX submissions_queued (kind=? AND turn<?)"),
	);
	expect(plan).toContainEqual(
		expect.stringContaining(
			"INDEX submissions_student_attempt (user_id=? AND slug=?)",
		),
	);
});

test("claims by walking the queue's own index in order, without sorting", async () => {
	const { store, file } = await openCourse();
	await store.createSubmission(submission);
	const plan = await plansOf(file, (db) =>
		claim({ ...store, ...createQueue(db) }),
	);
	expect(fullScans(plan)).toEqual([]);
	const heads = plan.filter((step) => step.includes("submissions_queued"));
	expect(heads).toEqual(
		Array(3).fill("SEARCH submissions USING INDEX submissions_queued (kind=?)"),
	);
	// The three heads are sorted, nothing before them.
	const sort = "USE TEMP B-TREE FOR ORDER BY";
	expect(plan.filter((step) => step === sort)).toHaveLength(1);
	expect(plan.indexOf(sort)).toBeGreaterThan(plan.lastIndexOf(heads[0] ?? ""));
});

test("charges a student, postpones, and tells changes by index", async () => {
	const { store, file } = await openCourse();
	await store.createSubmission(submission);
	await store.createSubmission({ ...submission, source: "later" });
	const { leaseToken } = await claim(store);
	const plan = await plansOf(file, async (db) => {
		const queue = createQueue(db);
		await queue.readChanges(0);
		await queue.hasWaiting(2000);
		await queue.postponeSubmission({ leaseToken, laneMs: 1000 });
	});
	expect(fullScans(plan)).toEqual([]);
	expect(plan).toContainEqual(
		expect.stringContaining("INDEX submissions_lease (lease_token>?)"),
	);
	expect(plan).toContainEqual(
		"SEARCH verdicts USING INTEGER PRIMARY KEY (rowid>?)",
	);
	expect(plan).toContainEqual(
		expect.stringContaining(
			"INDEX submissions_unfinished (user_id=? AND finished_at=?)",
		),
	);
});

test("handles leases, completes and counts without reading a table whole", async () => {
	const { store, file } = await openCourse();
	await store.createSubmission(submission);
	const job = await claim(store);
	const { leaseToken } = job;
	const plan = await plansOf(file, async (db) => {
		const queue = createQueue(db);
		await queue.renewLease({ leaseToken, leaseMs: 1000, now: 2000 });
		await queue.reportProgress({ leaseToken, done: 1, total: 2 });
		await queue.recoverExpiredLeases(0);
		await queue.countQueue();
		await createVerdicts(db).completeSubmission({
			leaseToken,
			verdict: verdictFor(job),
			now: 2000,
		});
		await createSubmissions(db).findSubmission(job.submissionId);
		await createSubmissions(db).listSubmissions("ada", "neuron");
	});
	expect(fullScans(plan)).toEqual([]);
	expect(plan).toContainEqual(
		expect.stringContaining("INDEX submissions_lease (lease_token=?)"),
	);
	expect(plan).toContainEqual(
		expect.stringContaining("INDEX submissions_lease (lease_token>?)"),
	);
});

test("reads submissions for a leaderboard from an index alone, never their rows", async () => {
	const { file } = await openCourse();
	const plan = await plansOf(file, (db) =>
		createScores(db).listLeaderboard({ limit: 10 }),
	);
	expect(plan).toContain(
		"SEARCH s USING COVERING INDEX submissions_exercise (slug=?)",
	);
});

test("tells an administrator of the queue by partial indexes alone, whatever was submitted before", async () => {
	const { store, file } = await openCourse();
	const aside = await submitAndGrade(
		store,
		{},
		{ status: "internal_error", points: 0 },
	);
	await store.gradeAgain({ submissionId: aside, now: 1 });
	const plan = await plansOf(file, async (db) => {
		await createQueue(db).countQueue();
		await createOperator(db).describeQueue();
		// Its place among regrades is counted as well.
		await createSubmissions(db).findSubmission(aside);
	});
	// The five students of the answer.
	expect(fullScans(plan)).toEqual(["SCAN fullest"]);
	const read = plan.filter((step) => /(SCAN|SEARCH) submissions/.test(step));
	expect(read.length).toBeGreaterThan(0);
	for (const step of read) {
		expect(step).toMatch(
			/INDEX submissions_(queued|unfinished|lease|lease_end|public_id_unique)\b/,
		);
	}
});

test("finds grading times and submissions set aside by row ids and the index of statuses", async () => {
	const { store, file } = await openCourse();
	const { submissionId } = (await store.createSubmission(submission))
		.submission;
	const plan = await plansOf(file, async (db) => {
		const operator = createOperator(db);
		await operator.listGradingTimes(1000);
		await operator.listSetAside(50);
		await operator.listRegrades(20);
		await operator.gradeAgain({ submissionId, now: 1 });
	});
	expect(fullScans(plan)).toEqual([]);
	expect(plan).toContain("SEARCH v USING INTEGER PRIMARY KEY (rowid>?)");
	expect(plan).toContain("SEARCH v USING INDEX verdicts_status (status=?)");
	expect(plan).toContainEqual(
		expect.stringContaining("INDEX submissions_regrades (regrade_asked_at>?)"),
	);
	expect(plan.filter((step) => step.includes("SCAN submissions"))).toEqual([]);
});

test("counts verdicts from an index, and after the first time only what is new", async () => {
	const { store, file } = await openCourse();
	await store.createSubmission(submission);
	const job = await claim(store);
	const { leaseToken } = job;
	await store.completeSubmission({
		leaseToken,
		verdict: verdictFor(job),
		now: 2000,
	});
	const plan = await plansOf(file, async (db) => {
		const verdicts = createVerdicts(db);
		await verdicts.countVerdicts();
		await verdicts.countVerdicts();
	});
	expect(plan).toEqual([
		"SCAN verdicts USING COVERING INDEX verdicts_status",
		"SEARCH verdicts USING INTEGER PRIMARY KEY (rowid>?)",
		"USE TEMP B-TREE FOR GROUP BY",
	]);
});
