import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Store, Submission } from "../../../db/store.ts";
import { getAuthDatabase } from "../../../web/server/store.ts";
import {
	followSubmission,
	type SubmissionState,
} from "../../../web/server/submission-feed.ts";
import { addUser } from "../../db/temporary-store.ts";
import { gradeNext, publishNeuron, takeJob } from "./api-under-test.ts";

const queued = 10_000;
const pages = 1_000;
const graded = 40;

let store: Store;
const stops: (() => void)[] = [];
beforeAll(async () => {
	store = await publishNeuron();
	const db = getAuthDatabase();
	for (let i = 0; i < 100; i++) addUser(db, `student-${i}`);
	db.$client.exec(`
		INSERT INTO sources VALUES ('hash', 'export const x = 1;');
		INSERT INTO submissions (public_id, user_id, slug, version, attempt, seed_user_id, seed_attempt, language, source_hash, created_at, turn, finish_turn)
		WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ${queued - 1})
		SELECT 'p' || i, 'student-' || (i % 100), 'neuron', 'neuron-v1', i / 100 + 1, 'student-' || (i % 100), i / 100 + 1,
			'typescript', 'hash', i, i / 100, i / 100 + 1 FROM n`);
});
afterAll(() => {
	for (const stop of stops) stop();
});

test(`tells ${pages} pages with ${queued} submissions waiting, by as many reads as there are verdicts`, async () => {
	const told = new Map<string, SubmissionState[]>();
	// Every tenth page's submission is among the next to be graded.
	for (let page = 0; page < pages; page++) {
		const submissionId =
			page % 10 === 0 ? `p${page / 10}` : `p${page * 10 + 1}`;
		const known = { submissionId, status: "queued", ahead: 0, verdict: null };
		const states: SubmissionState[] = [];
		told.set(submissionId, states);
		stops.push(
			followSubmission(known as unknown as Submission, (state) =>
				states.push(state),
			),
		);
		// As when pages open one after the other: from then on the feed knows how far it has read.
		if (page === 0)
			await vi.waitFor(() => expect(globalThis.chainruleFeed?.cursor).toBe(0));
	}
	const find = vi.spyOn(store, "findSubmission");
	const count = vi.spyOn(store, "countAhead");
	const read = vi.spyOn(store, "readChanges");
	await vi.waitFor(() => expect(told.get("p9991")?.at(-1)?.ahead).toBe(9991), {
		timeout: 30_000,
	});
	find.mockClear();
	count.mockClear();
	read.mockClear();

	const startedAt = performance.now();
	for (let i = 0; i < graded; i++) {
		await gradeNext(store);
		await vi.waitFor(
			() =>
				expect(told.get(`p${i}`)?.at(-1)?.status ?? "accepted").toBe(
					"accepted",
				),
			{ timeout: 5_000 },
		);
	}
	const tookMs = performance.now() - startedAt;
	// Each verdict was told at once, read once; the other pages cost nothing but a count now and then.
	expect(find).toHaveBeenCalledTimes(graded);
	expect(read.mock.calls.length).toBeLessThanOrEqual(4 * graded);
	expect(count.mock.calls.length).toBeLessThanOrEqual(1 + tookMs / 4_500);
	// A job that is given back is waiting again for its page.
	const job = await takeJob(store);
	await vi.waitFor(() =>
		expect(told.get(job.submissionId)?.at(-1)?.status).toBe("running"),
	);
	await store.releaseSubmission({ leaseToken: job.leaseToken, notBefore: 0 });
	await vi.waitFor(() =>
		expect(told.get(job.submissionId)?.at(-1)?.status).toBe("queued"),
	);
}, 90_000);
