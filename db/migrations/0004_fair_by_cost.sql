DROP INDEX `submissions_started_turn`;--> statement-breakpoint
DROP INDEX `submissions_student_turn`;--> statement-breakpoint
ALTER TABLE `submissions` ADD `finish_turn` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
UPDATE `submissions` SET `finish_turn` = `turn` + 1;--> statement-breakpoint
CREATE INDEX `submissions_unfinished` ON `submissions` (`user_id`,`finished_at`) WHERE finished_at IS NULL;--> statement-breakpoint
CREATE INDEX `submissions_started_turn` ON `submissions` (`kind`,`turn`) WHERE runs > 0;--> statement-breakpoint
CREATE INDEX `submissions_student_turn` ON `submissions` (`user_id`,`finish_turn`);