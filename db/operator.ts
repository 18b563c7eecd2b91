import { count, desc, eq, sql } from "drizzle-orm";
import type { Database } from "./open-database.ts";
import { currentVerdicts, submissions, users, verdicts } from "./schema.ts";
import type { GradingTimes, Regrade, SetAside, Store } from "./store.ts";
import { isQueued } from "./submission-rows.ts";

const shownStudents = 5;

/** What an administrator sees of the queue and of grading, and the one thing to do there: grade again. */
export function createOperator(
	db: Database,
): Pick<
	Store,
	| "describeQueue"
	| "listGradingTimes"
	| "listSetAside"
	| "listRegrades"
	| "gradeAgain"
> {
	return {
		async describeQueue() {
			return {
				byExercise: db.all(openByExercise),
				mostWaiting: listMostWaiting(db),
			};
		},

		async listGradingTimes(last) {
			return summarise(db.all<Measured>(latestMeasured(last)));
		},

		async listSetAside(limit) {
			const total = db.get<{ total: number }>(countSetAside);
			return { rows: db.all<SetAside>(setAside(limit)), total: total.total };
		},

		async listRegrades(limit) {
			return db.all<Regrade>(regrades(limit));
		},

		async gradeAgain({ submissionId, now }) {
			const { changes } = db
				.update(submissions)
				.set({
					finishedAt: null,
					kind: "regrade",
					regradeAskedAt: now,
					notBefore: 0,
				})
				.where(sql`${submissions.publicId} = ${submissionId} AND ${isSetAside}`)
				.run();
			return changes === 1;
		},
	};
}

/** True of a row of `submissions` that has ended, and ended by our own failure. */
const isSetAside = sql`${submissions.finishedAt} IS NOT NULL AND EXISTS (
	SELECT 1 FROM ${currentVerdicts} JOIN ${verdicts} ON ${verdicts.verdictId} = ${currentVerdicts.verdictId}
	WHERE ${currentVerdicts.submissionId} = ${submissions.submissionId} AND ${verdicts.status} = 'internal_error')`;

/**
 * Two reads of partial indexes: what waits, what is leased. The plus before a grouped column, here and below, keeps SQLite
 * from walking all submissions in that column's order instead.
 */
const openByExercise = sql`
	SELECT slug, sum(queued) AS queued, sum(running) AS running FROM (
		SELECT slug, count(*) AS queued, 0 AS running FROM submissions
		WHERE finished_at IS NULL AND lease_token IS NULL GROUP BY +slug
		UNION ALL
		SELECT slug, 0, count(*) FROM submissions WHERE lease_token IS NOT NULL GROUP BY +slug
	) GROUP BY slug ORDER BY sum(queued) + sum(running) DESC, slug`;

function listMostWaiting(db: Database) {
	const queued = count().as("queued");
	const fullest = db
		.select({ userId: submissions.userId, queued })
		.from(submissions)
		.where(isQueued)
		.groupBy(sql`+${submissions.userId}`)
		.orderBy(desc(queued), submissions.userId)
		.limit(shownStudents)
		.as("fullest");
	return db
		.select({
			userId: fullest.userId,
			name: users.name,
			isGuest: sql<number>`coalesce(${users.isAnonymous}, 0)`,
			queued: fullest.queued,
		})
		.from(fullest)
		.innerJoin(users, eq(users.id, fullest.userId))
		.orderBy(desc(fullest.queued), fullest.userId)
		.all()
		.map((row) => ({ ...row, isGuest: row.isGuest === 1 }));
}

interface Measured {
	slug: string;
	version: string;
	wallMs: number;
	cpuMs: number;
}

const latestMeasured = (last: number) => sql`
	SELECT s.slug, s.version, v.wall_ms AS "wallMs", v.cpu_ms AS "cpuMs"
	FROM verdicts v CROSS JOIN submissions s ON s.submission_id = v.submission_id
	WHERE v.verdict_id > (SELECT max(verdict_id) FROM verdicts) - ${last}
		AND v.wall_ms IS NOT NULL AND +v.status <> 'internal_error'`;

function summarise(rows: Measured[]): GradingTimes[] {
	const groups = Map.groupBy(rows, ({ version }) => version);
	const times = [...groups].flatMap(([version, group]): GradingTimes[] => {
		const [first] = group;
		if (first === undefined) return [];
		const wall = group.map(({ wallMs }) => wallMs).sort((a, b) => a - b);
		const cpu = group.map(({ cpuMs }) => cpuMs).sort((a, b) => a - b);
		return [
			{
				slug: first.slug,
				version,
				verdicts: group.length,
				medianMs: quantile(wall, 0.5),
				p95Ms: quantile(wall, 0.95),
				medianCpuMs: quantile(cpu, 0.5),
			},
		];
	});
	return times.sort(
		(a, b) => b.medianMs - a.medianMs || a.slug.localeCompare(b.slug),
	);
}

/** The least value that at least this share of all does not exceed (nearest rank). @param sorted ascending, not empty */
function quantile(sorted: number[], share: number): number {
	return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

/** CROSS JOIN keeps SQLite to this order: our failures by the index of statuses, then the rest by row id. */
const fromSetAside = sql`
	FROM verdicts v
	CROSS JOIN current_verdicts c ON c.verdict_id = v.verdict_id
	CROSS JOIN submissions s ON s.submission_id = v.submission_id
	WHERE v.status = 'internal_error' AND s.finished_at IS NOT NULL`;

const countSetAside = sql`SELECT count(*) AS total ${fromSetAside}`;

const setAside = (limit: number) => sql`
	SELECT s.public_id AS "submissionId", s.slug, s.version, s.attempt, v.created_at AS "setAsideAt",
		v.worker_id AS "workerId",
		coalesce((SELECT json_extract(d.verdict, '$.failure.message') FROM verdict_details d WHERE d.verdict_id = v.verdict_id), '') AS reason
	${fromSetAside} ORDER BY v.verdict_id DESC LIMIT ${limit}`;

const regrades = (limit: number) => sql`
	SELECT s.public_id AS "submissionId", s.slug, s.attempt, s.regrade_asked_at AS "askedAt",
		CASE WHEN s.finished_at IS NOT NULL THEN v.status WHEN s.lease_token IS NOT NULL THEN 'running' ELSE 'queued' END AS status,
		CASE WHEN s.finished_at IS NOT NULL THEN v.points END AS points,
		CASE WHEN s.finished_at IS NOT NULL THEN v.max_points END AS "maxPoints"
	FROM submissions s
	JOIN current_verdicts c ON c.submission_id = s.submission_id
	JOIN verdicts v ON v.verdict_id = c.verdict_id
	WHERE s.regrade_asked_at IS NOT NULL
	ORDER BY s.regrade_asked_at DESC, s.submission_id DESC LIMIT ${limit}`;
