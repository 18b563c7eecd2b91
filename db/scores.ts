import { type SQL, sql } from "drizzle-orm";
import type { Database } from "./open-database.ts";
import type { LeaderboardRow, Score, Store } from "./store.ts";

/**
 * Scores and leaderboards, derived by query and never stored.
 *
 * What counts are current verdicts on any version of an exercise, our own failures left out: publishing a better version
 * takes no points away, but nobody has more than the current version gives. Points are reached when the submission that earns them is made, not when its grading ends: nobody wins or loses a place by the
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

/**
 * Graded submissions, and per student and exercise the place of each among them, best first.
 * CROSS JOIN keeps SQLite to this order: exercises, then its submissions by index, then their verdicts by row id.
 */
const gradedBy = (condition: SQL) => sql`
	SELECT s.user_id, e.slug, s.created_at, v.status, min(v.points, e.max_points) AS points,
		row_number() OVER (PARTITION BY s.slug, s.user_id ORDER BY v.points DESC, s.created_at, s.submission_id) AS place
	FROM exercises e
	CROSS JOIN submissions s ON s.slug = e.slug
	CROSS JOIN current_verdicts c ON c.submission_id = s.submission_id
	CROSS JOIN verdicts v ON v.verdict_id = c.verdict_id
	WHERE v.status <> 'internal_error' AND ${condition}`;

/**
 * One row per exercise with a submission: the best verdict, or, while there is none, the state of
 * the latest submission with 0 points.
 */
const scoresOf = (userId: string) => sql`
	WITH mine AS (
		SELECT s.*, v.status AS verdict_status
		FROM submissions s
		LEFT JOIN current_verdicts c ON c.submission_id = s.submission_id
		LEFT JOIN verdicts v ON v.verdict_id = c.verdict_id
		WHERE s.user_id = ${userId}
	),
	latest AS (
		SELECT slug, version, created_at,
			CASE WHEN finished_at IS NOT NULL THEN verdict_status WHEN lease_token IS NOT NULL THEN 'running' ELSE 'queued' END AS status,
			row_number() OVER (PARTITION BY slug ORDER BY submission_id DESC) AS place
		FROM mine
	),
	graded AS (${gradedBy(sql`s.user_id = ${userId}`)})
	SELECT e.slug,
		coalesce(graded.points, 0) AS points,
		e.max_points AS "maxPoints",
		(SELECT count(*) FROM mine WHERE mine.slug = e.slug AND verdict_status IS NOT 'internal_error') AS attempts,
		coalesce(graded.status, latest.status) AS status,
		coalesce(graded.created_at, latest.created_at) AS "reachedAt"
	FROM exercises e
	JOIN latest ON latest.slug = e.slug AND latest.place = 1
	LEFT JOIN graded ON graded.slug = e.slug AND graded.place = 1
	ORDER BY e.course_order, e.slug`;

const leaderboard = (slug: string | null, limit: number) => sql`
	WITH graded AS (${gradedBy(slug === null ? sql`v.points > 0` : sql`v.points > 0 AND e.slug = ${slug}`)}),
	totals AS (
		SELECT user_id, round(sum(points), 2) AS points, sum(status = 'accepted') AS solved, max(created_at) AS reached_at
		FROM graded WHERE place = 1 GROUP BY user_id
	)
	SELECT rank() OVER (ORDER BY totals.points DESC, totals.reached_at) AS rank,
		totals.user_id AS "userId",
		users.leaderboard_name AS name,
		totals.points, totals.solved, totals.reached_at AS "reachedAt"
	FROM totals JOIN users ON users.user_id = totals.user_id
	ORDER BY rank, totals.user_id
	LIMIT ${limit}`;
