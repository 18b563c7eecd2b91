import { asc, count, eq, gt } from "drizzle-orm";
import type { SubmissionLanguage } from "../grader/verdict.ts";
import type { Database } from "./open-database.ts";
import { sources, submissions, verdictDetails, verdicts } from "./schema.ts";

/** A verdict as it is stored, with all that it was made from. */
export interface StoredVerdict {
	verdictId: number;
	/** The submission's id, as the outside knows it. */
	submissionId: string;
	run: number;
	slug: string;
	version: string;
	language: SubmissionLanguage;
	/** Whom and which attempt the seed was derived from. */
	seedUserId: string;
	seedAttempt: number;
	sourceHash: string;
	source: string;
	status: string;
	points: number;
	maxPoints: number;
	/** The verdict's own words, as yet unread: whoever judges what is stored believes no type. */
	verdict: unknown;
}

const atOnce = 200;

/** Reads every verdict ever stored, oldest first, those that count no longer included. */
export function* readStoredVerdicts(db: Database): Generator<StoredVerdict> {
	for (let last = 0; ; ) {
		const rows = db
			.select({
				verdictId: verdicts.verdictId,
				submissionId: submissions.publicId,
				run: verdicts.run,
				slug: submissions.slug,
				version: submissions.version,
				language: submissions.language,
				seedUserId: submissions.seedUserId,
				seedAttempt: submissions.seedAttempt,
				sourceHash: submissions.sourceHash,
				source: sources.source,
				status: verdicts.status,
				points: verdicts.points,
				maxPoints: verdicts.maxPoints,
				verdict: verdictDetails.verdict,
			})
			.from(verdicts)
			.innerJoin(
				submissions,
				eq(submissions.submissionId, verdicts.submissionId),
			)
			.innerJoin(sources, eq(sources.sourceHash, submissions.sourceHash))
			.leftJoin(
				verdictDetails,
				eq(verdictDetails.verdictId, verdicts.verdictId),
			)
			.where(gt(verdicts.verdictId, last))
			.orderBy(asc(verdicts.verdictId))
			.limit(atOnce)
			.all();
		yield* rows;
		const newest = rows.at(-1);
		if (newest === undefined) return;
		last = newest.verdictId;
	}
}

/** How many verdicts were ever stored. */
export function countStoredVerdicts(db: Database): number {
	return db.select({ count: count() }).from(verdicts).get()?.count ?? 0;
}
