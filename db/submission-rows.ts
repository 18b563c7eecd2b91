import {
	and,
	count,
	desc,
	eq,
	getTableColumns,
	isNull,
	type SQL,
	sql,
} from "drizzle-orm";
import type { Verdict } from "../grader/verdict.ts";
import type { Database } from "./open-database.ts";
import {
	currentVerdicts,
	sources,
	submissions,
	verdictDetails,
} from "./schema.ts";
import type { JobKind, Submission, SubmissionStatus } from "./store.ts";

type Row = typeof submissions.$inferSelect;

/** Neither finished nor leased: waiting for a worker. The words of the partial index `submissions_queued`. */
export const isQueued = and(
	isNull(submissions.finishedAt),
	isNull(submissions.leaseToken),
);

/** Reads one submission whole. Returns null when there is none of this id. */
export function findSubmissionRow(
	db: Database,
	submissionId: string,
): Submission | null {
	const found = selectSubmissions(db)
		.where(eq(submissions.publicId, submissionId))
		.get();
	return found === undefined ? null : toSubmission(db, found);
}

/** Reads one submission whole. @throws RangeError when there is none of this id */
export function getSubmissionRow(
	db: Database,
	submissionId: string,
): Submission {
	const submission = findSubmissionRow(db, submissionId);
	if (submission === null) {
		throw new RangeError(`there is no submission "${submissionId}"`);
	}
	return submission;
}

/** Reads a student's submissions for one exercise, newest first. */
export function listSubmissionRows(
	db: Database,
	userId: string,
	slug: string,
): Submission[] {
	return selectSubmissions(db)
		.where(and(eq(submissions.userId, userId), eq(submissions.slug, slug)))
		.orderBy(desc(submissions.submissionId))
		.all()
		.map((found) => toSubmission(db, found));
}

function selectSubmissions(db: Database) {
	return db
		.select({
			row: getTableColumns(submissions),
			source: sources.source,
			verdict: verdictDetails.verdict,
		})
		.from(submissions)
		.innerJoin(sources, eq(sources.sourceHash, submissions.sourceHash))
		.leftJoin(
			currentVerdicts,
			eq(currentVerdicts.submissionId, submissions.submissionId),
		)
		.leftJoin(
			verdictDetails,
			eq(verdictDetails.verdictId, currentVerdicts.verdictId),
		);
}

function toSubmission(
	db: Database,
	found: { row: Row; source: string; verdict: Verdict | null },
): Submission {
	const { row, source, verdict } = found;
	const status = statusOf(row, verdict);
	const { progressDone: done, progressTotal: total } = row;
	return {
		submissionId: row.publicId,
		userId: row.userId,
		slug: row.slug,
		version: row.version,
		attempt: row.attempt,
		language: row.language,
		source,
		status,
		createdAt: row.createdAt,
		finishedAt: row.finishedAt,
		ahead: status === "queued" ? countAhead(db, row) : 0,
		progress:
			status === "running" && done !== null && total !== null
				? { done, total }
				: null,
		verdict: row.finishedAt === null ? null : verdict,
	};
}

/** The status as it follows from the facts, in this order. */
function statusOf(row: Row, verdict: Verdict | null): SubmissionStatus {
	if (row.finishedAt !== null && verdict !== null) return verdict.status;
	if (row.leaseToken !== null) return "running";
	return "queued";
}

/** Those that come before this one in the order of `queue.ts`, as the queue stands. */
function countAhead(db: Database, row: Row): number {
	const countOf = (kind: JobKind, isBefore: SQL | undefined): number =>
		db
			.select({ count: count() })
			.from(submissions)
			.where(and(isQueued, eq(submissions.kind, kind), isBefore))
			.get()?.count ?? 0;
	const isBefore = sql`(${submissions.turn}, ${submissions.submissionId}) < (${row.turn}, ${row.submissionId})`;
	if (row.kind === "regrade") {
		return (
			countOf("live", undefined) +
			countOf("long", undefined) +
			countOf("regrade", isBefore)
		);
	}
	return countOf("live", isBefore) + countOf("long", isBefore);
}
