/**
 * The queue: who is graded next, and who holds which job.
 *
 * **Fairness by cost.** Turns are virtual time, and one turn is what a short job takes (`turnMs`). A submission gets the
 * later of the turn being served now and the turn at which its student's last job ends; jobs are served by turn, then by
 * arrival. So a student's jobs lie one turn apart, and a student who submits a thousand at once delays others by one job
 * each, not by a thousand; who comes new joins the present turn; who was idle saves up nothing. What a job really took is
 * known when it ends: then the student's waiting jobs and next submission move back by the turns it took beyond the one.
 * Whoever burns four seconds of a lane waits as long as whoever submits eighty short programs. (This is start-time fair
 * queueing, Goyal, Vin & Cheng 1996, with lengths charged afterwards.)
 *
 * **Long jobs.** Charging afterwards cannot help against a first submission. So a worker may give a live job back when it
 * takes much longer than its like while others wait (`postponeSubmission`): it is charged what it took, and comes again
 * as a job of the kind "long", which a worker takes with some of its lanes only and then runs to its end. Long jobs stand
 * in the same order of turns as live ones, some turns further back than their cost, so they always come to their share, but
 * seldom while a class hands in; their turns lie ahead of virtual time and do not move it.
 *
 * **Kinds.** Live and long jobs go before regrades, always: a regrade runs when nobody waits. Under live load without an
 * end a regrade waits without end, which is meant: nobody sits before it, the verdict that stands is still valid, and the
 * load of a course has nights. Regrades have an order of turns of their own and are charged to nobody.
 *
 * Claiming looks at the first entry of each kind in the partial index `submissions_queued`: three steps, however many
 * submissions there are. A job that was released or recovered keeps its turn and so comes next.
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
import { and, count, eq, gt, isNotNull, lte, max, or, sql } from "drizzle-orm";
import type { Database } from "./open-database.ts";
import { passingWrite } from "./passing-write.ts";
import { sources, submissions, verdicts } from "./schema.ts";
import type {
	GradingJob,
	JobKind,
	QueueChanges,
	QueueCount,
	Store,
} from "./store.ts";
import { isQueued } from "./submission-rows.ts";

type Operations = Pick<
	Store,
	| "claimNextSubmission"
	| "hasWaiting"
	| "renewLease"
	| "reportProgress"
	| "releaseSubmission"
	| "postponeSubmission"
	| "recoverExpiredLeases"
	| "countQueue"
	| "readChanges"
	| "countAhead"
>;

/** Lane time that one turn stands for. Only ratios matter: a job of ten times this length counts as ten. */
export const turnMs = 50;
/** Rounds of all who have live jobs waiting that a job known to be long lets pass; none when nobody waits. */
const longPatienceTurns = 10;
/** Pause before a run whose two predecessors were lost with their workers, and the longest such pause. */
const firstPauseMs = 2_000;
const longestPauseMs = 60_000;

/** No lease is as long: the clock was set back since it was given. Whoever still holds it renews it long before. */
const longestLeaseMs = 10 * 60_000;

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

		async hasWaiting(now) {
			const first = db
				.select({ submissionId: submissions.submissionId })
				.from(submissions)
				.where(
					and(
						isQueued,
						eq(submissions.kind, "live"),
						lte(submissions.notBefore, now),
					),
				)
				.limit(1)
				.get();
			return first !== undefined;
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

		async postponeSubmission({ leaseToken, laneMs }) {
			return db.transaction(() => postpone(db, leaseToken, laneMs), {
				behavior: "immediate",
			});
		},

		async recoverExpiredLeases(now) {
			const pauseMs = sql`min(${longestPauseMs}, ${firstPauseMs} << min(${submissions.runs} - 3, 10))`;
			return db
				.update(submissions)
				.set({
					...withoutLease,
					notBefore: sql`CASE WHEN ${submissions.runs} < 3 THEN ${submissions.notBefore} ELSE ${now} + ${pauseMs} END`,
				})
				.where(
					and(
						isNotNull(submissions.leaseToken),
						or(
							lte(submissions.leaseExpiresAt, now),
							gt(submissions.leaseExpiresAt, now + longestLeaseMs),
						),
					),
				)
				.run().changes;
		},

		async countQueue() {
			return countQueue(db);
		},

		async readChanges(cursor) {
			return readChanges(db, cursor);
		},

		async countAhead(submissionIds) {
			return countAhead(db, submissionIds);
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

/** The turn of a live submission that this student makes now; see the file's first lines. */
export function nextTurn(db: Database, userId: string): number {
	const served = db
		.select({ turn: max(submissions.turn) })
		.from(submissions)
		// Written out, not bound: SQLite uses the partial index only where it sees the condition itself.
		.where(and(eq(submissions.kind, "live"), sql`${submissions.runs} > 0`))
		.get();
	const own = db
		.select({ turn: max(submissions.finishTurn) })
		.from(submissions)
		.where(eq(submissions.userId, userId))
		.get();
	return Math.max(served?.turn ?? 0, own?.turn ?? 0);
}

/**
 * Charges a student what a job took: its end, and what the student has waiting, move back by the turns beyond the one
 * that every job counts. Jobs begun before keep their place, for `nextTurn` takes that for the present turn.
 */
export function charge(
	db: Database,
	job: Pick<
		typeof submissions.$inferSelect,
		"submissionId" | "userId" | "kind"
	>,
	laneMs: number,
): void {
	const excess = Math.round(laneMs / turnMs) - 1;
	if (excess <= 0 || job.kind === "regrade") return;
	db.update(submissions)
		.set({ finishTurn: sql`${submissions.finishTurn} + ${excess}` })
		.where(eq(submissions.submissionId, job.submissionId))
		.run();
	db.update(submissions)
		.set({
			turn: sql`${submissions.turn} + ${excess}`,
			finishTurn: sql`${submissions.finishTurn} + ${excess}`,
		})
		.where(
			and(
				isQueued,
				eq(submissions.userId, job.userId),
				eq(submissions.kind, "live"),
				eq(submissions.runs, 0),
			),
		)
		.run();
}

function postpone(db: Database, leaseToken: string, laneMs: number): boolean {
	const job = db
		.select()
		.from(submissions)
		.where(
			and(eq(submissions.leaseToken, leaseToken), eq(submissions.kind, "live")),
		)
		.get();
	if (job === undefined) return false;
	charge(db, job, laneMs);
	// Its own end has moved by the charge, and the job itself moves there and further; the student's next job does not.
	db.update(submissions)
		.set({
			...withoutLease,
			kind: "long",
			turn: sql`${submissions.finishTurn} + ${longPatienceTurns}`,
			finishTurn: sql`${submissions.finishTurn} + 1`,
		})
		.where(eq(submissions.submissionId, job.submissionId))
		.run();
	return true;
}

function claim(
	db: Database,
	input: Parameters<Store["claimNextSubmission"]>[0],
): GradingJob | null {
	const leaseToken = randomUUID();
	const first = (kind: JobKind) => sql`
		SELECT submission_id, kind, turn FROM (
			SELECT submission_id, kind, turn FROM submissions
			WHERE finished_at IS NULL AND lease_token IS NULL AND kind = ${kind} AND not_before <= ${input.now}
			ORDER BY turn, submission_id LIMIT 1)`;
	const kinds: JobKind[] =
		input.mayTakeLong === false
			? ["live", "regrade"]
			: ["live", "long", "regrade"];
	const next = sql`(
		SELECT submission_id FROM (${sql.join(kinds.map(first), sql` UNION ALL `)})
		ORDER BY kind = 'regrade', turn, submission_id LIMIT 1)`;
	const { changes } = db
		.update(submissions)
		.set({
			...withoutLease,
			leaseToken,
			leaseExpiresAt: input.now + input.leaseMs,
			workerId: input.workerId,
			runs: sql`${submissions.runs} + 1`,
		})
		.where(sql`${submissions.submissionId} = ${next}`)
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

function readChanges(db: Database, cursor: number | null): QueueChanges {
	const last = db
		.select({ verdictId: max(verdicts.verdictId) })
		.from(verdicts)
		.get();
	const running = db
		.select({
			submissionId: submissions.publicId,
			done: sql<number>`coalesce(${submissions.progressDone}, 0)`,
			total: sql<number>`coalesce(${submissions.progressTotal}, 0)`,
		})
		.from(submissions)
		.where(isNotNull(submissions.leaseToken))
		.all();
	const finished =
		cursor === null
			? []
			: db
					.select({ submissionId: submissions.publicId })
					.from(verdicts)
					.innerJoin(
						submissions,
						eq(submissions.submissionId, verdicts.submissionId),
					)
					.where(gt(verdicts.verdictId, cursor))
					.all();
	return {
		cursor: last?.verdictId ?? 0,
		running,
		finished: finished.map(({ submissionId }) => submissionId),
	};
}

function countAhead(
	db: Database,
	submissionIds: readonly string[],
): Map<string, number> {
	const rows = db.all<{ submissionId: string; ahead: number }>(sql`
		WITH queue AS (
			SELECT submission_id,
				row_number() OVER (ORDER BY kind = 'regrade', turn, submission_id) - 1 AS ahead
			FROM submissions WHERE finished_at IS NULL AND lease_token IS NULL)
		SELECT asked.public_id AS submissionId, queue.ahead AS ahead
		FROM submissions AS asked JOIN queue USING (submission_id)
		WHERE asked.public_id IN (SELECT value FROM json_each(${JSON.stringify(submissionIds)}))`);
	return new Map(rows.map(({ submissionId, ahead }) => [submissionId, ahead]));
}
