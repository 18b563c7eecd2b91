DROP INDEX IF EXISTS `submissions_version`;--> statement-breakpoint
CREATE INDEX IF NOT EXISTS `submissions_exercise` ON `submissions` (`slug`,`user_id`,`created_at`);
