import { eq, sql } from "drizzle-orm";
import type { Verdict, VerdictStatus } from "../grader/verdict.ts";
import type { Database } from "./open-database.ts";
import { charge, isLive, withoutLease } from "./queue.ts";
import {
	currentVerdicts,
	submissions,
	verdictDetails,
	verdicts,
} from "./schema.ts";
import type { Store } from "./store.ts";

/** Storing verdicts, and counting them. */
export function createVerdicts(
	db: Database,
): Pick<Store, "completeSubmission" | "countVerdicts"> {
	// Stored verdicts never change, so what was counted once stays counted.
	const counts: Partial<Record<VerdictStatus, number>> = {};
	let countedId = 0;
	return {
		async completeSubmission(input) {
			return db.transaction(() => complete(db, input), {
				behavior: "immediate",
			});
		},

		async countVerdicts() {
			const found = db.all<{
				status: VerdictStatus;
				count: number;
				lastId: number;
			}>(countedId === 0 ? allVerdicts : verdictsAfter(countedId));
			for (const { status, count, lastId } of found) {
				counts[status] = (counts[status] ?? 0) + count;
				countedId = Math.max(countedId, lastId);
			}
			return { ...counts };
		},
	};
}

/** Reads an index alone; the plus keeps SQLite from walking that whole index again where only new rows are wanted. */
const allVerdicts = sql`SELECT status, count(*) AS count, max(verdict_id) AS "lastId" FROM verdicts GROUP BY status`;
const verdictsAfter = (verdictId: number) =>
	sql`SELECT status, count(*) AS count, max(verdict_id) AS "lastId" FROM verdicts WHERE verdict_id > ${verdictId} GROUP BY +status`;

function complete(
	db: Database,
	input: Parameters<Store["completeSubmission"]>[0],
): boolean {
	const { verdict, now } = input;
	const job = db
		.select()
		.from(submissions)
		.where(isLive(input.leaseToken, now))
		.get();
	if (job === undefined) return false;
	requireSameVersion(job, verdict);

	const { verdictId } = db
		.insert(verdicts)
		.values({
			submissionId: job.submissionId,
			run: job.runs,
			workerId: job.workerId ?? "",
			status: verdict.status,
			points: verdict.points,
			maxPoints: verdict.maxPoints,
			createdAt: now,
			wallMs: verdict.measurements.wallMs,
			cpuMs: verdict.measurements.cpuMs,
		})
		.returning({ verdictId: verdicts.verdictId })
		.get();
	db.insert(verdictDetails).values({ verdictId, verdict }).run();
	db.insert(currentVerdicts)
		.values({ submissionId: job.submissionId, verdictId })
		.onConflictDoUpdate({
			target: currentVerdicts.submissionId,
			set: { verdictId },
		})
		.run();
	db.update(submissions)
		.set({ ...withoutLease, finishedAt: now })
		.where(eq(submissions.submissionId, job.submissionId))
		.run();
	if (input.laneMs !== undefined) charge(db, job, input.laneMs);
	return true;
}

function requireSameVersion(
	job: { slug: string; version: string },
	verdict: Verdict,
): void {
	const { slug, version } = verdict.exercise;
	if (slug !== job.slug || version !== job.version) {
		throw new RangeError(
			`the verdict is about "${slug}" ${version}, the submission is for "${job.slug}" ${job.version}`,
		);
	}
}
