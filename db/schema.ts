/**
 * The tables. Three kinds, kept apart on purpose:
 *
 * - what never changes once written: `exercise_versions`, `sources`, `verdicts`, `verdict_details` (triggers refuse
 *   UPDATE and DELETE; see the migration `immutable_rows`),
 * - small rows that change often: `submissions` (which are also the queue), `current_verdicts`, `drafts`,
 * - accounts: `users`, `sessions`, `accounts`, `verifications`, whose property names are those of better-auth 1.7.
 *
 * Long texts stand in tables of their own, because SQLite rewrites a whole row on every update and a lease is renewed
 * many times while a source never changes.
 */
import { sql } from "drizzle-orm";
import {
	check,
	foreignKey,
	index,
	integer,
	primaryKey,
	real,
	sqliteTable,
	text,
	unique,
	uniqueIndex,
} from "drizzle-orm/sqlite-core";
import type { Exercise, Localized } from "../exercises/bundle.ts";
import type { PublicPart } from "../grader/public-part.ts";
import type {
	SubmissionLanguage,
	Verdict,
	VerdictStatus,
} from "../grader/verdict.ts";
import type { Role } from "./roles.ts";
import type { JobKind } from "./store.ts";
import type { WorkerInfo } from "./worker-info.ts";

/** People, guests included. A guest is a user whose `isAnonymous` is true. */
export const users = sqliteTable(
	"users",
	{
		id: text("user_id").primaryKey(),
		name: text("name").notNull(),
		email: text("email").notNull().unique(),
		emailVerified: integer("email_verified", { mode: "boolean" })
			.notNull()
			.default(false),
		image: text("image"),
		createdAt: integer("created_at", { mode: "timestamp_ms" }).notNull(),
		updatedAt: integer("updated_at", { mode: "timestamp_ms" }).notNull(),
		isAnonymous: integer("is_anonymous", { mode: "boolean" }).default(false),
		role: text("role").$type<Role>().notNull().default("student"),
		leaderboardName: text("leaderboard_name"),
	},
	() => [
		check(
			"users_role",
			sql`role IN ('student', 'instructor', 'administrator')`,
		),
	],
);

/** Signed-in browsers and API clients. */
export const sessions = sqliteTable(
	"sessions",
	{
		id: text("session_id").primaryKey(),
		expiresAt: integer("expires_at", { mode: "timestamp_ms" }).notNull(),
		token: text("token").notNull().unique(),
		createdAt: integer("created_at", { mode: "timestamp_ms" }).notNull(),
		updatedAt: integer("updated_at", { mode: "timestamp_ms" }).notNull(),
		ipAddress: text("ip_address"),
		userAgent: text("user_agent"),
		userId: text("user_id")
			.notNull()
			.references(() => users.id, { onDelete: "cascade" }),
	},
	(table) => [index("sessions_by_user").on(table.userId)],
);

/** Ways of signing in: for e-mail and password, the password's hash. */
export const accounts = sqliteTable(
	"accounts",
	{
		id: text("account_row_id").primaryKey(),
		accountId: text("account_id").notNull(),
		providerId: text("provider_id").notNull(),
		userId: text("user_id")
			.notNull()
			.references(() => users.id, { onDelete: "cascade" }),
		accessToken: text("access_token"),
		refreshToken: text("refresh_token"),
		idToken: text("id_token"),
		accessTokenExpiresAt: integer("access_token_expires_at", {
			mode: "timestamp_ms",
		}),
		refreshTokenExpiresAt: integer("refresh_token_expires_at", {
			mode: "timestamp_ms",
		}),
		scope: text("scope"),
		password: text("password"),
		createdAt: integer("created_at", { mode: "timestamp_ms" }).notNull(),
		updatedAt: integer("updated_at", { mode: "timestamp_ms" }).notNull(),
	},
	(table) => [index("accounts_by_user").on(table.userId)],
);

/** Short-lived tokens of better-auth. */
export const verifications = sqliteTable(
	"verifications",
	{
		id: text("verification_id").primaryKey(),
		identifier: text("identifier").notNull(),
		value: text("value").notNull(),
		expiresAt: integer("expires_at", { mode: "timestamp_ms" }).notNull(),
		createdAt: integer("created_at", { mode: "timestamp_ms" }).notNull(),
		updatedAt: integer("updated_at", { mode: "timestamp_ms" }).notNull(),
	},
	(table) => [index("verifications_by_identifier").on(table.identifier)],
);

/** Random keys made at first use: the session secret, the seeds' secret. */
export const secrets = sqliteTable("secrets", {
	name: text("name").primaryKey(),
	value: text("value").notNull(),
});

/** What an author published, named by its content hash. Immutable. */
export const exerciseVersions = sqliteTable("exercise_versions", {
	version: text("version").primaryKey(),
	slug: text("slug").notNull(),
	exercise: text("exercise", { mode: "json" }).$type<Exercise>().notNull(),
	statement: text("statement", { mode: "json" }).$type<Localized>().notNull(),
	starter: text("starter").notNull(),
	publishedAt: integer("published_at").notNull(),
});

/** What the grader made of a version. A later grader may make it anew from the same content; the hash stays. */
export const compiledVersions = sqliteTable("compiled_versions", {
	version: text("version")
		.primaryKey()
		.references(() => exerciseVersions.version),
	publicPart: text("public_part", { mode: "json" })
		.$type<PublicPart>()
		.notNull(),
	script: text("script").notNull(),
	proofs: text("proofs").notNull(),
	compiledAt: integer("compiled_at").notNull(),
});

/** Which version of an exercise is the current one, and where it stands in the course. */
export const exercises = sqliteTable("exercises", {
	slug: text("slug").primaryKey(),
	version: text("version")
		.notNull()
		.references(() => exerciseVersions.version),
	courseOrder: integer("course_order").notNull(),
	/** The sum of its checks' points, as the current version declares them. */
	maxPoints: real("max_points").notNull(),
});

/** Every text ever submitted, once, named by its SHA-256 in hex. Immutable. */
export const sources = sqliteTable("sources", {
	sourceHash: text("source_hash").primaryKey(),
	source: text("source").notNull(),
});

/**
 * Submissions, which are the queue as well. There is no status column; the facts say it:
 * `finished_at` set → it has a current verdict; else `lease_token` set → running; else queued.
 */
export const submissions = sqliteTable(
	"submissions",
	{
		/** Order of arrival, from 1; known only inside this folder. */
		submissionId: integer("submission_id").primaryKey({ autoIncrement: true }),
		/** What the outside calls the submission's id. */
		publicId: text("public_id").notNull().unique(),
		/** No cascade: an account cannot be deleted from under its submissions. */
		userId: text("user_id")
			.notNull()
			.references(() => users.id),
		slug: text("slug").notNull(),
		version: text("version")
			.notNull()
			.references(() => exerciseVersions.version),
		attempt: integer("attempt").notNull(),
		/** Student and attempt number at the time of submission: the seed is derived from these, also after adoption. */
		seedUserId: text("seed_user_id").notNull(),
		seedAttempt: integer("seed_attempt").notNull(),
		language: text("language").$type<SubmissionLanguage>().notNull(),
		sourceHash: text("source_hash")
			.notNull()
			.references(() => sources.sourceHash),
		createdAt: integer("created_at").notNull(),
		/** Who is served before whom, and by whom never delayed; see `queue.ts`. */
		kind: text("kind").$type<JobKind>().notNull().default("live"),
		/** Place among the jobs of its kind; see `queue.ts`. */
		turn: integer("turn").notNull(),
		/** The turn at which this student's next job may be served: `turn` and what this job costs. */
		finishTurn: integer("finish_turn").notNull().default(0),
		/** When grading was last asked for again, of a submission that had been set aside; else null. */
		regradeAskedAt: integer("regrade_asked_at"),
		notBefore: integer("not_before").notNull().default(0),
		leaseToken: text("lease_token"),
		leaseExpiresAt: integer("lease_expires_at"),
		workerId: text("worker_id"),
		/** Gradings started so far, the present one included. */
		runs: integer("runs").notNull().default(0),
		progressDone: integer("progress_done"),
		progressTotal: integer("progress_total"),
		finishedAt: integer("finished_at"),
	},
	(table) => [
		check(
			"submissions_lease_whole",
			sql`(lease_token IS NULL) = (lease_expires_at IS NULL)`,
		),
		check(
			"submissions_finished_unleased",
			sql`finished_at IS NULL OR lease_token IS NULL`,
		),
		index("submissions_queued")
			.on(table.kind, table.turn, table.submissionId)
			.where(sql`finished_at IS NULL AND lease_token IS NULL`),
		index("submissions_regrades")
			.on(table.regradeAskedAt)
			.where(sql`regrade_asked_at IS NOT NULL`),
		index("submissions_unfinished")
			// The second column says nothing; with it SQLite sees that this index fits better than those of all time.
			.on(table.userId, table.finishedAt)
			.where(sql`finished_at IS NULL`),
		uniqueIndex("submissions_lease")
			.on(table.leaseToken)
			.where(sql`lease_token IS NOT NULL`),
		index("submissions_lease_end")
			.on(table.leaseExpiresAt)
			.where(sql`lease_token IS NOT NULL`),
		index("submissions_started_turn")
			.on(table.kind, table.turn)
			.where(sql`runs > 0`),
		index("submissions_student_turn").on(table.userId, table.finishTurn),
		index("submissions_student_attempt").on(
			table.userId,
			table.slug,
			table.attempt,
		),
		index("submissions_repeat").on(
			table.userId,
			table.version,
			table.sourceHash,
		),
		index("submissions_exercise").on(table.slug, table.userId, table.createdAt),
	],
);

/** Verdicts, as many per submission as there were finished runs. Immutable. */
export const verdicts = sqliteTable(
	"verdicts",
	{
		verdictId: integer("verdict_id").primaryKey({ autoIncrement: true }),
		submissionId: integer("submission_id")
			.notNull()
			.references(() => submissions.submissionId),
		run: integer("run").notNull(),
		workerId: text("worker_id").notNull(),
		status: text("status").$type<VerdictStatus>().notNull(),
		points: real("points").notNull(),
		maxPoints: real("max_points").notNull(),
		createdAt: integer("created_at").notNull(),
		/** What grading took, for statistics; null where nothing was run, and in rows older than these columns. */
		wallMs: integer("wall_ms"),
		cpuMs: integer("cpu_ms"),
	},
	(table) => [
		/** One run yields one verdict, whoever reports it and however often. */
		unique("verdicts_run").on(table.submissionId, table.run),
		/** Lets `current_verdicts` prove that a verdict belongs to its submission. */
		unique("verdicts_submission").on(table.submissionId, table.verdictId),
		index("verdicts_status").on(table.status),
	],
);

/** The whole verdict as the grader wrote it. Immutable. */
export const verdictDetails = sqliteTable("verdict_details", {
	verdictId: integer("verdict_id")
		.primaryKey()
		.references(() => verdicts.verdictId),
	verdict: text("verdict", { mode: "json" }).$type<Verdict>().notNull(),
});

/** The one verdict of a submission that counts: the primary key allows one, a trigger refuses to take it away. */
export const currentVerdicts = sqliteTable(
	"current_verdicts",
	{
		submissionId: integer("submission_id")
			.primaryKey()
			.references(() => submissions.submissionId),
		verdictId: integer("verdict_id").notNull().unique(),
	},
	(table) => [
		foreignKey({
			columns: [table.submissionId, table.verdictId],
			foreignColumns: [verdicts.submissionId, verdicts.verdictId],
		}),
	],
);

/** What a student has in the editor, one row per exercise. */
export const drafts = sqliteTable(
	"drafts",
	{
		userId: text("user_id")
			.notNull()
			.references(() => users.id),
		slug: text("slug").notNull(),
		source: text("source").notNull(),
		revision: integer("revision").notNull(),
		savedAt: integer("saved_at").notNull(),
	},
	(table) => [primaryKey({ columns: [table.userId, table.slug] })],
);

/** Drafts that lost to a newer one when a guest became an account; kept, so nothing a student wrote is lost. */
export const replacedDrafts = sqliteTable(
	"replaced_drafts",
	{
		replacedDraftId: integer("replaced_draft_id").primaryKey({
			autoIncrement: true,
		}),
		userId: text("user_id")
			.notNull()
			.references(() => users.id),
		slug: text("slug").notNull(),
		source: text("source").notNull(),
		savedAt: integer("saved_at").notNull(),
	},
	(table) => [index("replaced_drafts_student").on(table.userId, table.slug)],
);

/** When each worker was last seen alive. */
export const workerHeartbeats = sqliteTable("worker_heartbeats", {
	workerId: text("worker_id").primaryKey(),
	seenAt: integer("seen_at").notNull(),
	info: text("info", { mode: "json" }).$type<WorkerInfo>().notNull(),
});
