PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_users` (
	`user_id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`email_verified` integer DEFAULT false NOT NULL,
	`image` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`is_anonymous` integer DEFAULT false,
	`role` text DEFAULT 'student' NOT NULL,
	`leaderboard_name` text,
	CONSTRAINT "users_role" CHECK(role IN ('student', 'instructor', 'administrator'))
);
--> statement-breakpoint
INSERT INTO `__new_users`("user_id", "name", "email", "email_verified", "image", "created_at", "updated_at", "is_anonymous", "role", "leaderboard_name") SELECT "user_id", "name", "email", "email_verified", "image", "created_at", "updated_at", "is_anonymous", "role", "leaderboard_name" FROM `users`;--> statement-breakpoint
DROP TABLE `users`;--> statement-breakpoint
ALTER TABLE `__new_users` RENAME TO `users`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `users_email_unique` ON `users` (`email`);--> statement-breakpoint
DROP INDEX `submissions_queued`;--> statement-breakpoint
ALTER TABLE `submissions` ADD `kind` text DEFAULT 'live' NOT NULL;--> statement-breakpoint
ALTER TABLE `submissions` ADD `regrade_asked_at` integer;--> statement-breakpoint
CREATE INDEX `submissions_regrades` ON `submissions` (`regrade_asked_at`) WHERE regrade_asked_at IS NOT NULL;--> statement-breakpoint
CREATE INDEX `submissions_queued` ON `submissions` (`kind`,`turn`,`submission_id`) WHERE finished_at IS NULL AND lease_token IS NULL;--> statement-breakpoint
ALTER TABLE `verdicts` ADD `wall_ms` integer;--> statement-breakpoint
ALTER TABLE `verdicts` ADD `cpu_ms` integer;