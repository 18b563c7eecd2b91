import { sql } from "drizzle-orm";
import type { Database } from "./open-database.ts";
import type {
	LeaderboardRow,
	Score,
	Store,
	SubmissionStatus,
} from "./store.ts";

/**
 * Scores and leaderboards, derived by query and never stored.
 *
 * What counts are current verdicts on the *current* version of each exercise, our own failures left out. Points are
 * reached when the submission that earns them is made, not when its grading ends: nobody wins or loses a place by the
 * length of the queue.
 */
export function createScores(
	db: Database,
): Pick<Store, "listScores" | "listLeaderboard"> {
	return {
		async listScores(userId) {
			return db.all<Score>(scoresOf(userId));
		},

		async listLeaderboard({ slug, limit }) {
			return db.all<LeaderboardRow>(leaderboard(slug ?? null, limit));
		},
	};
}

/** Graded submissions on current versions, and per student and exercise the place of each among them, best first. */
const gradedBy = (condition: ReturnType<typeof sql>) => sql`
	SELECT s.user_id, s.slug, s.created_at, v.status, v.points, v.max_points,
		row_number() OVER (PARTITION BY s.user_id, s.slug ORDER BY v.points DESC, s.created_at, s.arrival) AS place
	FROM exercises e
	JOIN submissions s ON s.version = e.version
	JOIN current_verdicts c ON c.submission_id = s.submission_id
	JOIN verdicts v ON v.verdict_id = c.verdict_id
	WHERE v.status <> 'internal_error' AND ${condition}`;

/**
 * One row per exercise with a submission on its current version: the best verdict, or, while there is none, the state of
 * the latest submission with 0 points.
 */
const scoresOf = (userId: string) => sql`
	WITH graded AS (${gradedBy(sql`s.user_id = ${userId}`)}),
	latest AS (
		SELECT s.slug, s.created_at, e.course_order,
			CASE WHEN s.finished_at IS NOT NULL THEN v.status WHEN s.lease_token IS NOT NULL THEN 'running' ELSE 'queued' END AS status,
			(SELECT sum(check_value ->> 'points') FROM (
				SELECT value AS check_value FROM exercise_versions ev, json_each(ev.exercise, '$.checks') WHERE ev.version = e.version
			)) AS max_points,
			row_number() OVER (PARTITION BY s.slug ORDER BY s.arrival DESC) AS place
		FROM exercises e
		JOIN submissions s ON s.version = e.version
		LEFT JOIN current_verdicts c ON c.submission_id = s.submission_id
		LEFT JOIN verdicts v ON v.verdict_id = c.verdict_id
		WHERE s.user_id = ${userId}
	)
	SELECT latest.slug,
		coalesce(graded.points, 0) AS points,
		coalesce(graded.max_points, latest.max_points) AS "maxPoints",
		(
			SELECT count(*) FROM submissions s
			LEFT JOIN current_verdicts c ON c.submission_id = s.submission_id
			LEFT JOIN verdicts v ON v.verdict_id = c.verdict_id
			WHERE s.user_id = ${userId} AND s.slug = latest.slug AND (v.status IS NULL OR v.status <> 'internal_error')
		) AS attempts,
		coalesce(graded.status, latest.status) AS status,
		coalesce(graded.created_at, latest.created_at) AS "reachedAt"
	FROM latest LEFT JOIN graded ON graded.slug = latest.slug AND graded.place = 1
	WHERE latest.place = 1
	ORDER BY latest.course_order, latest.slug`;

const leaderboard = (slug: string | null, limit: number) => sql`
	WITH graded AS (${gradedBy(slug === null ? sql`v.points > 0` : sql`v.points > 0 AND e.slug = ${slug}`)}),
	totals AS (
		SELECT user_id, sum(points) AS points, sum(status = 'accepted') AS solved, max(created_at) AS reached_at
		FROM graded WHERE place = 1 GROUP BY user_id
	)
	SELECT rank() OVER (ORDER BY totals.points DESC, totals.reached_at) AS rank,
		totals.user_id AS "userId",
		users.leaderboard_name AS name,
		totals.points, totals.solved, totals.reached_at AS "reachedAt"
	FROM totals JOIN users ON users.user_id = totals.user_id
	ORDER BY rank, totals.user_id
	LIMIT ${limit}`;
