/** Made from the folder `migrations` by `node db/embed-migrations.ts`; do not edit. */

/** One step of the schema's history; `createdAt` orders the steps and names those already applied. */
export interface Migration {
	name: string;
	createdAt: number;
	sql: string;
}

/** Every step, oldest first. */
export const migrations: readonly Migration[] = [
	{
		name: "0000_first_tables",
		createdAt: 1795336399688,
		sql: `CREATE TABLE \`accounts\` (
	\`account_row_id\` text PRIMARY KEY NOT NULL,
	\`account_id\` text NOT NULL,
	\`provider_id\` text NOT NULL,
	\`user_id\` text NOT NULL,
	\`access_token\` text,
	\`refresh_token\` text,
	\`id_token\` text,
	\`access_token_expires_at\` integer,
	\`refresh_token_expires_at\` integer,
	\`scope\` text,
	\`password\` text,
	\`created_at\` integer NOT NULL,
	\`updated_at\` integer NOT NULL,
	FOREIGN KEY (\`user_id\`) REFERENCES \`users\`(\`user_id\`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX \`accounts_by_user\` ON \`accounts\` (\`user_id\`);--> statement-breakpoint
CREATE TABLE \`compiled_versions\` (
	\`version\` text PRIMARY KEY NOT NULL,
	\`public_part\` text NOT NULL,
	\`script\` text NOT NULL,
	\`proofs\` text NOT NULL,
	\`compiled_at\` integer NOT NULL,
	FOREIGN KEY (\`version\`) REFERENCES \`exercise_versions\`(\`version\`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE \`current_verdicts\` (
	\`submission_id\` integer PRIMARY KEY NOT NULL,
	\`verdict_id\` integer NOT NULL,
	FOREIGN KEY (\`submission_id\`) REFERENCES \`submissions\`(\`submission_id\`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (\`submission_id\`,\`verdict_id\`) REFERENCES \`verdicts\`(\`submission_id\`,\`verdict_id\`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX \`current_verdicts_verdict_id_unique\` ON \`current_verdicts\` (\`verdict_id\`);--> statement-breakpoint
CREATE TABLE \`drafts\` (
	\`user_id\` text NOT NULL,
	\`slug\` text NOT NULL,
	\`source\` text NOT NULL,
	\`revision\` integer NOT NULL,
	\`saved_at\` integer NOT NULL,
	PRIMARY KEY(\`user_id\`, \`slug\`),
	FOREIGN KEY (\`user_id\`) REFERENCES \`users\`(\`user_id\`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE \`exercise_versions\` (
	\`version\` text PRIMARY KEY NOT NULL,
	\`slug\` text NOT NULL,
	\`exercise\` text NOT NULL,
	\`statement\` text NOT NULL,
	\`starter\` text NOT NULL,
	\`published_at\` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE \`exercises\` (
	\`slug\` text PRIMARY KEY NOT NULL,
	\`version\` text NOT NULL,
	\`course_order\` integer NOT NULL,
	\`max_points\` real NOT NULL,
	FOREIGN KEY (\`version\`) REFERENCES \`exercise_versions\`(\`version\`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE \`replaced_drafts\` (
	\`replaced_draft_id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	\`user_id\` text NOT NULL,
	\`slug\` text NOT NULL,
	\`source\` text NOT NULL,
	\`saved_at\` integer NOT NULL,
	FOREIGN KEY (\`user_id\`) REFERENCES \`users\`(\`user_id\`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX \`replaced_drafts_student\` ON \`replaced_drafts\` (\`user_id\`,\`slug\`);--> statement-breakpoint
CREATE TABLE \`secrets\` (
	\`name\` text PRIMARY KEY NOT NULL,
	\`value\` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE \`sessions\` (
	\`session_id\` text PRIMARY KEY NOT NULL,
	\`expires_at\` integer NOT NULL,
	\`token\` text NOT NULL,
	\`created_at\` integer NOT NULL,
	\`updated_at\` integer NOT NULL,
	\`ip_address\` text,
	\`user_agent\` text,
	\`user_id\` text NOT NULL,
	FOREIGN KEY (\`user_id\`) REFERENCES \`users\`(\`user_id\`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX \`sessions_token_unique\` ON \`sessions\` (\`token\`);--> statement-breakpoint
CREATE INDEX \`sessions_by_user\` ON \`sessions\` (\`user_id\`);--> statement-breakpoint
CREATE TABLE \`sources\` (
	\`source_hash\` text PRIMARY KEY NOT NULL,
	\`source\` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE \`submissions\` (
	\`submission_id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	\`public_id\` text NOT NULL,
	\`user_id\` text NOT NULL,
	\`slug\` text NOT NULL,
	\`version\` text NOT NULL,
	\`attempt\` integer NOT NULL,
	\`seed_user_id\` text NOT NULL,
	\`seed_attempt\` integer NOT NULL,
	\`language\` text NOT NULL,
	\`source_hash\` text NOT NULL,
	\`created_at\` integer NOT NULL,
	\`turn\` integer NOT NULL,
	\`not_before\` integer DEFAULT 0 NOT NULL,
	\`lease_token\` text,
	\`lease_expires_at\` integer,
	\`worker_id\` text,
	\`runs\` integer DEFAULT 0 NOT NULL,
	\`progress_done\` integer,
	\`progress_total\` integer,
	\`finished_at\` integer,
	FOREIGN KEY (\`user_id\`) REFERENCES \`users\`(\`user_id\`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (\`version\`) REFERENCES \`exercise_versions\`(\`version\`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (\`source_hash\`) REFERENCES \`sources\`(\`source_hash\`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "submissions_lease_whole" CHECK((lease_token IS NULL) = (lease_expires_at IS NULL)),
	CONSTRAINT "submissions_finished_unleased" CHECK(finished_at IS NULL OR lease_token IS NULL)
);
--> statement-breakpoint
CREATE UNIQUE INDEX \`submissions_public_id_unique\` ON \`submissions\` (\`public_id\`);--> statement-breakpoint
CREATE INDEX \`submissions_queued\` ON \`submissions\` (\`turn\`,\`submission_id\`) WHERE finished_at IS NULL AND lease_token IS NULL;--> statement-breakpoint
CREATE UNIQUE INDEX \`submissions_lease\` ON \`submissions\` (\`lease_token\`) WHERE lease_token IS NOT NULL;--> statement-breakpoint
CREATE INDEX \`submissions_lease_end\` ON \`submissions\` (\`lease_expires_at\`) WHERE lease_token IS NOT NULL;--> statement-breakpoint
CREATE INDEX \`submissions_started_turn\` ON \`submissions\` (\`turn\`) WHERE runs > 0;--> statement-breakpoint
CREATE INDEX \`submissions_student_turn\` ON \`submissions\` (\`user_id\`,\`turn\`);--> statement-breakpoint
CREATE INDEX \`submissions_student_attempt\` ON \`submissions\` (\`user_id\`,\`slug\`,\`attempt\`);--> statement-breakpoint
CREATE INDEX \`submissions_repeat\` ON \`submissions\` (\`user_id\`,\`version\`,\`source_hash\`);--> statement-breakpoint
CREATE INDEX \`submissions_exercise\` ON \`submissions\` (\`slug\`,\`user_id\`,\`created_at\`);--> statement-breakpoint
CREATE TABLE \`users\` (
	\`user_id\` text PRIMARY KEY NOT NULL,
	\`name\` text NOT NULL,
	\`email\` text NOT NULL,
	\`email_verified\` integer DEFAULT false NOT NULL,
	\`image\` text,
	\`created_at\` integer NOT NULL,
	\`updated_at\` integer NOT NULL,
	\`is_anonymous\` integer DEFAULT false,
	\`role\` text DEFAULT 'student' NOT NULL,
	\`leaderboard_name\` text,
	CONSTRAINT "users_role" CHECK(role IN ('student', 'instructor'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX \`users_email_unique\` ON \`users\` (\`email\`);--> statement-breakpoint
CREATE TABLE \`verdict_details\` (
	\`verdict_id\` integer PRIMARY KEY NOT NULL,
	\`verdict\` text NOT NULL,
	FOREIGN KEY (\`verdict_id\`) REFERENCES \`verdicts\`(\`verdict_id\`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE \`verdicts\` (
	\`verdict_id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	\`submission_id\` integer NOT NULL,
	\`run\` integer NOT NULL,
	\`worker_id\` text NOT NULL,
	\`status\` text NOT NULL,
	\`points\` real NOT NULL,
	\`max_points\` real NOT NULL,
	\`created_at\` integer NOT NULL,
	FOREIGN KEY (\`submission_id\`) REFERENCES \`submissions\`(\`submission_id\`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX \`verdicts_status\` ON \`verdicts\` (\`status\`);--> statement-breakpoint
CREATE UNIQUE INDEX \`verdicts_run\` ON \`verdicts\` (\`submission_id\`,\`run\`);--> statement-breakpoint
CREATE UNIQUE INDEX \`verdicts_submission\` ON \`verdicts\` (\`submission_id\`,\`verdict_id\`);--> statement-breakpoint
CREATE TABLE \`verifications\` (
	\`verification_id\` text PRIMARY KEY NOT NULL,
	\`identifier\` text NOT NULL,
	\`value\` text NOT NULL,
	\`expires_at\` integer NOT NULL,
	\`created_at\` integer NOT NULL,
	\`updated_at\` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX \`verifications_by_identifier\` ON \`verifications\` (\`identifier\`);--> statement-breakpoint
CREATE TABLE \`worker_heartbeats\` (
	\`worker_id\` text PRIMARY KEY NOT NULL,
	\`seen_at\` integer NOT NULL,
	\`info\` text NOT NULL
);`,
	},
	{
		name: "0001_immutable_rows",
		createdAt: 1795336400752,
		sql: `CREATE TRIGGER \`verdicts_no_update\` BEFORE UPDATE ON \`verdicts\` BEGIN SELECT RAISE(ABORT, 'a stored verdict is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER \`verdicts_no_delete\` BEFORE DELETE ON \`verdicts\` BEGIN SELECT RAISE(ABORT, 'a stored verdict is never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER \`verdict_details_no_update\` BEFORE UPDATE ON \`verdict_details\` BEGIN SELECT RAISE(ABORT, 'a stored verdict is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER \`verdict_details_no_delete\` BEFORE DELETE ON \`verdict_details\` BEGIN SELECT RAISE(ABORT, 'a stored verdict is never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER \`current_verdicts_no_delete\` BEFORE DELETE ON \`current_verdicts\` BEGIN SELECT RAISE(ABORT, 'a graded submission keeps a current verdict'); END;
--> statement-breakpoint
CREATE TRIGGER \`submissions_finish_with_verdict\` BEFORE UPDATE OF \`finished_at\` ON \`submissions\`
WHEN NEW.\`finished_at\` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM \`current_verdicts\` WHERE \`submission_id\` = NEW.\`submission_id\`)
BEGIN SELECT RAISE(ABORT, 'a submission cannot be finished without a verdict'); END;
--> statement-breakpoint
CREATE TRIGGER \`submissions_no_delete\` BEFORE DELETE ON \`submissions\` BEGIN SELECT RAISE(ABORT, 'a submission is never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER \`sources_no_update\` BEFORE UPDATE ON \`sources\` BEGIN SELECT RAISE(ABORT, 'a submitted source is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER \`sources_no_delete\` BEFORE DELETE ON \`sources\` BEGIN SELECT RAISE(ABORT, 'a submitted source is never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER \`exercise_versions_no_update\` BEFORE UPDATE ON \`exercise_versions\` BEGIN SELECT RAISE(ABORT, 'a published version is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER \`exercise_versions_no_delete\` BEFORE DELETE ON \`exercise_versions\` BEGIN SELECT RAISE(ABORT, 'a published version is never deleted'); END;`,
	},
	{
		name: "0002_submissions_by_exercise",
		createdAt: 1795346192212,
		sql: `DROP INDEX IF EXISTS \`submissions_version\`;--> statement-breakpoint
CREATE INDEX IF NOT EXISTS \`submissions_exercise\` ON \`submissions\` (\`slug\`,\`user_id\`,\`created_at\`);`,
	},
	{
		name: "0003_operator",
		createdAt: 1795348829291,
		sql: `PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE \`__new_users\` (
	\`user_id\` text PRIMARY KEY NOT NULL,
	\`name\` text NOT NULL,
	\`email\` text NOT NULL,
	\`email_verified\` integer DEFAULT false NOT NULL,
	\`image\` text,
	\`created_at\` integer NOT NULL,
	\`updated_at\` integer NOT NULL,
	\`is_anonymous\` integer DEFAULT false,
	\`role\` text DEFAULT 'student' NOT NULL,
	\`leaderboard_name\` text,
	CONSTRAINT "users_role" CHECK(role IN ('student', 'instructor', 'administrator'))
);
--> statement-breakpoint
INSERT INTO \`__new_users\`("user_id", "name", "email", "email_verified", "image", "created_at", "updated_at", "is_anonymous", "role", "leaderboard_name") SELECT "user_id", "name", "email", "email_verified", "image", "created_at", "updated_at", "is_anonymous", "role", "leaderboard_name" FROM \`users\`;--> statement-breakpoint
DROP TABLE \`users\`;--> statement-breakpoint
ALTER TABLE \`__new_users\` RENAME TO \`users\`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX \`users_email_unique\` ON \`users\` (\`email\`);--> statement-breakpoint
DROP INDEX \`submissions_queued\`;--> statement-breakpoint
ALTER TABLE \`submissions\` ADD \`kind\` text DEFAULT 'live' NOT NULL;--> statement-breakpoint
ALTER TABLE \`submissions\` ADD \`regrade_asked_at\` integer;--> statement-breakpoint
CREATE INDEX \`submissions_regrades\` ON \`submissions\` (\`regrade_asked_at\`) WHERE regrade_asked_at IS NOT NULL;--> statement-breakpoint
CREATE INDEX \`submissions_queued\` ON \`submissions\` (\`kind\`,\`turn\`,\`submission_id\`) WHERE finished_at IS NULL AND lease_token IS NULL;--> statement-breakpoint
ALTER TABLE \`verdicts\` ADD \`wall_ms\` integer;--> statement-breakpoint
ALTER TABLE \`verdicts\` ADD \`cpu_ms\` integer;`,
	},
	{
		name: "0004_fair_by_cost",
		createdAt: 1795349410148,
		sql: `DROP INDEX \`submissions_started_turn\`;--> statement-breakpoint
DROP INDEX \`submissions_student_turn\`;--> statement-breakpoint
ALTER TABLE \`submissions\` ADD \`finish_turn\` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
UPDATE \`submissions\` SET \`finish_turn\` = \`turn\` + 1;--> statement-breakpoint
CREATE INDEX \`submissions_unfinished\` ON \`submissions\` (\`user_id\`,\`finished_at\`) WHERE finished_at IS NULL;--> statement-breakpoint
CREATE INDEX \`submissions_started_turn\` ON \`submissions\` (\`kind\`,\`turn\`) WHERE runs > 0;--> statement-breakpoint
CREATE INDEX \`submissions_student_turn\` ON \`submissions\` (\`user_id\`,\`finish_turn\`);`,
	},
];
