import { count, eq } from "drizzle-orm";
import type { Verdict } from "../grader/verdict.ts";
import type { Database } from "./open-database.ts";
import { isLive, withoutLease } from "./queue.ts";
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
	return {
		async completeSubmission(input) {
			return db.transaction(() => complete(db, input), {
				behavior: "immediate",
			});
		},

		async countVerdicts() {
			const rows = db
				.select({ status: verdicts.status, count: count() })
				.from(verdicts)
				.groupBy(verdicts.status)
				.all();
			return Object.fromEntries(
				rows.map((row) => [row.status, row.count] as const),
			);
		},
	};
}

function complete(
	db: Database,
	input: { leaseToken: string; verdict: Verdict; now: number },
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
