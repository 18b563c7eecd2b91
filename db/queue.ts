/**
 * The queue: who is graded next, and who holds which job.
 *
 * **Fairness.** Every submission gets a *turn* when it arrives: one more than its student's last turn, but never less
 * than the turn being served now. Jobs are served by turn, then by arrival. So a student's jobs lie one turn apart, and
 * a student who submits a thousand at once delays others by one job each, not by a thousand; who comes new joins the
 * present turn; who was idle saves up nothing. (This is start-time fair queueing with jobs of equal length: Goyal, Vin
 * & Cheng 1996.) The order is fixed at arrival, so claiming is one step in the partial index `submissions_queued`, however
 * many submissions there are. A job that was released or recovered keeps its turn and so comes next.
 *
 * **Regrades.** A submission that was set aside and is to be graded again is of the kind "regrade": it keeps its turn, and
 * all live work goes before it, for the index begins with the kind and "live" comes first.
 *
 * **Leases.** A claim writes a fresh random token and an end. The lease is live while `now < lease_expires_at`, and all
 * that a worker may do (renew, report progress, complete, release) it does by naming the token. When a worker dies its
 * lease runs out and `recoverExpiredLeases` gives the job back; what the dead worker's token then brings is refused. The
 * run is counted in the transaction of the claim, so a run that kills its worker has been counted.
 */
import { randomUUID } from "node:crypto";
import { and, asc, count, eq, gt, isNotNull, lte, max, sql } from "drizzle-orm";
import type { Database } from "./open-database.ts";
import { passingWrite } from "./passing-write.ts";
import { sources, submissions, verdicts } from "./schema.ts";
import type { GradingJob, JobKind, QueueCount, Store } from "./store.ts";
import { isQueued } from "./submission-rows.ts";

type Operations = Pick<
	Store,
	| "claimNextSubmission"
	| "renewLease"
	| "reportProgress"
	| "releaseSubmission"
	| "recoverExpiredLeases"
	| "countQueue"
>;

/** The columns of a submission nobody is grading. */
export const withoutLease = {
	leaseToken: null,
	leaseExpiresAt: null,
	progressDone: null,
	progressTotal: null,
} as const;

/** Claiming, leases and the queue's length. */
export function createQueue(db: Database): Operations {
	return {
		async claimNextSubmission(input) {
			return passingWrite(db, () =>
				db.transaction(() => claim(db, input), { behavior: "immediate" }),
			);
		},

		async renewLease({ leaseToken, leaseMs, now }) {
			const { changes } = passingWrite(db, () =>
				db
					.update(submissions)
					.set({ leaseExpiresAt: now + leaseMs })
					.where(isLive(leaseToken, now))
					.run(),
			);
			return changes === 1;
		},

		async reportProgress({ leaseToken, done, total }) {
			const { changes } = passingWrite(db, () =>
				db
					.update(submissions)
					.set({ progressDone: done, progressTotal: total })
					.where(eq(submissions.leaseToken, leaseToken))
					.run(),
			);
			return changes === 1;
		},

		async releaseSubmission({ leaseToken, notBefore }) {
			const { changes } = db
				.update(submissions)
				.set({ ...withoutLease, notBefore })
				.where(eq(submissions.leaseToken, leaseToken))
				.run();
			return changes === 1;
		},

		async recoverExpiredLeases(now) {
			return db
				.update(submissions)
				.set(withoutLease)
				.where(
					and(
						isNotNull(submissions.leaseToken),
						lte(submissions.leaseExpiresAt, now),
					),
				)
				.run().changes;
		},

		async countQueue() {
			return countQueue(db);
		},
	};
}

function countQueue(db: Database): Awaited<ReturnType<Store["countQueue"]>> {
	const byKind: Partial<Record<JobKind, QueueCount>> = {};
	const ofKind = (kind: JobKind) => {
		byKind[kind] ??= { queued: 0, running: 0, oldestQueuedAt: null };
		return byKind[kind];
	};
	const queued = db
		.select({
			kind: submissions.kind,
			count: count(),
			oldest: sql<number>`min(coalesce(${submissions.regradeAskedAt}, ${submissions.createdAt}))`,
		})
		.from(submissions)
		.where(isQueued)
		.groupBy(submissions.kind)
		.all();
	const running = db
		.select({ kind: submissions.kind, count: count() })
		.from(submissions)
		.where(isNotNull(submissions.leaseToken))
		.groupBy(submissions.kind)
		.all();
	for (const { kind, count, oldest } of queued) {
		const found = ofKind(kind);
		found.queued = count;
		found.oldestQueuedAt = oldest;
	}
	for (const { kind, count } of running) ofKind(kind).running = count;
	const oldest = queued.map((row) => row.oldest);
	return {
		queued: queued.reduce((sum, row) => sum + row.count, 0),
		running: running.reduce((sum, row) => sum + row.count, 0),
		oldestQueuedAt: oldest.length === 0 ? null : Math.min(...oldest),
		byKind,
	};
}

/** Tells whether a row is held by this token at this moment. */
export function isLive(leaseToken: string, now: number) {
	return and(
		eq(submissions.leaseToken, leaseToken),
		gt(submissions.leaseExpiresAt, now),
	);
}

/** The turn of a submission that this student makes now; see the file's first lines. */
export function nextTurn(db: Database, userId: string): number {
	const served = db
		.select({ turn: max(submissions.turn) })
		.from(submissions)
		// Written out, not bound: SQLite uses the partial index only where it sees the condition itself.
		.where(sql`${submissions.runs} > 0`)
		.get();
	const own = db
		.select({ turn: max(submissions.turn) })
		.from(submissions)
		.where(eq(submissions.userId, userId))
		.get();
	return Math.max(served?.turn ?? 0, (own?.turn ?? -1) + 1);
}

function claim(
	db: Database,
	input: { workerId: string; leaseMs: number; now: number },
): GradingJob | null {
	const leaseToken = randomUUID();
	const next = db
		.select({ submissionId: submissions.submissionId })
		.from(submissions)
		.where(and(isQueued, lte(submissions.notBefore, input.now)))
		.orderBy(
			asc(submissions.kind),
			asc(submissions.turn),
			asc(submissions.submissionId),
		)
		.limit(1);
	const { changes } = db
		.update(submissions)
		.set({
			...withoutLease,
			leaseToken,
			leaseExpiresAt: input.now + input.leaseMs,
			workerId: input.workerId,
			runs: sql`${submissions.runs} + 1`,
		})
		.where(eq(submissions.submissionId, next))
		.run();
	return changes === 0 ? null : findJob(db, leaseToken);
}

function findJob(db: Database, leaseToken: string): GradingJob | null {
	const job = db
		.select({
			submissionId: submissions.publicId,
			userId: submissions.seedUserId,
			slug: submissions.slug,
			version: submissions.version,
			attempt: submissions.seedAttempt,
			language: submissions.language,
			source: sources.source,
			// Runs that ended in an earlier verdict do not count against a regrade.
			run: sql<number>`${submissions.runs} - coalesce((SELECT max(${verdicts.run}) FROM ${verdicts} WHERE ${verdicts.submissionId} = ${submissions.submissionId}), 0)`,
			askedAt: sql<number>`coalesce(${submissions.regradeAskedAt}, ${submissions.createdAt})`,
			kind: submissions.kind,
		})
		.from(submissions)
		.innerJoin(sources, eq(sources.sourceHash, submissions.sourceHash))
		.where(eq(submissions.leaseToken, leaseToken))
		.get();
	return job === undefined ? null : { ...job, leaseToken };
}
