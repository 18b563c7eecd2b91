import { createHash, randomUUID } from "node:crypto";
import { and, asc, count, desc, eq, isNull, ne, or } from "drizzle-orm";
import type { Verdict } from "../grader/verdict.ts";
import { createGroupCommit } from "./group-commit.ts";
import type { Database } from "./open-database.ts";
import { nextTurn } from "./queue.ts";
import {
	currentVerdicts,
	exercises,
	sources,
	submissions,
	verdicts,
} from "./schema.ts";
import {
	type CreateSubmissionResult,
	QueueFullError,
	type Store,
	TooManyWaitingError,
} from "./store.ts";
import {
	findSubmissionRow,
	getSubmissionRow,
	isQueued,
	listSubmissionRows,
} from "./submission-rows.ts";
import { requireUser } from "./users.ts";

type Operations = Pick<
	Store,
	"createSubmission" | "findSubmission" | "listSubmissions"
>;
type NewSubmission = Parameters<Store["createSubmission"]>[0];

/** Submitting, and reading what was submitted. */
export function createSubmissions(db: Database): Operations {
	const commit = createGroupCommit(db);
	return {
		createSubmission(input) {
			return commit(() => submit(db, input));
		},

		async findSubmission(submissionId) {
			return findSubmissionRow(db, submissionId);
		},

		async listSubmissions(userId, slug) {
			return listSubmissionRows(db, userId, slug).map((submission) => ({
				...submission,
				verdict: submission.verdict && shorten(submission.verdict),
			}));
		},
	};
}

function submit(db: Database, input: NewSubmission): CreateSubmissionResult {
	const version = requireCurrentVersion(db, input.slug);
	requireUser(db, input.userId);
	const sourceHash = createHash("sha256").update(input.source).digest("hex");
	const earlierId = findEqualSubmission(db, input, version, sourceHash);
	if (earlierId !== null) {
		return { submission: getSubmissionRow(db, earlierId), isRepeat: true };
	}

	requireRoom(db, input);
	db.insert(sources)
		.values({ sourceHash, source: input.source })
		.onConflictDoNothing()
		.run();
	const publicId = randomUUID();
	const attempt = nextAttempt(db, input.userId, input.slug);
	const turn = nextTurn(db, input.userId);
	db.insert(submissions)
		.values({
			publicId,
			userId: input.userId,
			slug: input.slug,
			version,
			attempt,
			seedUserId: input.userId,
			seedAttempt: attempt,
			language: input.language,
			sourceHash,
			createdAt: input.now,
			turn,
			finishTurn: turn + 1,
		})
		.run();
	return { submission: getSubmissionRow(db, publicId), isRepeat: false };
}

function requireCurrentVersion(db: Database, slug: string): string {
	const current = db
		.select({ version: exercises.version })
		.from(exercises)
		.where(eq(exercises.slug, slug))
		.get();
	if (current === undefined) {
		throw new RangeError(`no exercise "${slug}" is published`);
	}
	return current.version;
}

/** @throws TooManyWaitingError, QueueFullError */
function requireRoom(
	db: Database,
	{ userId, maxWaiting, maxQueue }: NewSubmission,
): void {
	if (maxWaiting !== undefined) {
		const own = db
			.select({ count: count() })
			.from(submissions)
			.where(
				and(eq(submissions.userId, userId), isNull(submissions.finishedAt)),
			)
			.get();
		if (own !== undefined && own.count >= maxWaiting) {
			throw new TooManyWaitingError(own.count);
		}
	}
	if (maxQueue !== undefined) {
		// Not counted beyond the limit, and by index alone.
		const beyond = db
			.select({ kind: submissions.kind })
			.from(submissions)
			.where(isQueued)
			.limit(1)
			.offset(maxQueue - 1)
			.get();
		if (beyond !== undefined) throw new QueueFullError(maxQueue);
	}
}

/** True of a submission that costs an attempt: it is waiting, or its verdict is not our own failure. */
const isAttempt = or(
	isNull(verdicts.status),
	ne(verdicts.status, "internal_error"),
);

function findEqualSubmission(
	db: Database,
	input: NewSubmission,
	version: string,
	sourceHash: string,
): string | null {
	const earlier = db
		.select({ publicId: submissions.publicId })
		.from(submissions)
		.leftJoin(
			currentVerdicts,
			eq(currentVerdicts.submissionId, submissions.submissionId),
		)
		.leftJoin(verdicts, eq(verdicts.verdictId, currentVerdicts.verdictId))
		.where(
			and(
				eq(submissions.userId, input.userId),
				eq(submissions.version, version),
				eq(submissions.sourceHash, sourceHash),
				eq(submissions.language, input.language),
				isAttempt,
			),
		)
		.orderBy(asc(submissions.submissionId))
		.limit(1)
		.get();
	return earlier?.publicId ?? null;
}

/**
 * One more than the greatest number among the student's submissions of this exercise, those that ended in
 * internal_error left out: after such an end the number is given again, and with it the seed.
 */
function nextAttempt(db: Database, userId: string, slug: string): number {
	const last = db
		.select({ attempt: submissions.attempt })
		.from(submissions)
		.leftJoin(
			currentVerdicts,
			eq(currentVerdicts.submissionId, submissions.submissionId),
		)
		.leftJoin(verdicts, eq(verdicts.verdictId, currentVerdicts.verdictId))
		.where(
			and(
				eq(submissions.userId, userId),
				eq(submissions.slug, slug),
				isAttempt,
			),
		)
		.orderBy(desc(submissions.attempt))
		.limit(1)
		.get();
	return (last?.attempt ?? 0) + 1;
}

/** The verdict without what is long and belongs to one submission's own page. */
function shorten(verdict: Verdict): Verdict {
	return {
		...verdict,
		console: [],
		checks: verdict.checks.map(({ shown: _, ...check }) => check),
	};
}
