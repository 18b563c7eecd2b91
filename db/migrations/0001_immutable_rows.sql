CREATE TRIGGER `verdicts_no_update` BEFORE UPDATE ON `verdicts` BEGIN SELECT RAISE(ABORT, 'a stored verdict is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `verdicts_no_delete` BEFORE DELETE ON `verdicts` BEGIN SELECT RAISE(ABORT, 'a stored verdict is never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER `verdict_details_no_update` BEFORE UPDATE ON `verdict_details` BEGIN SELECT RAISE(ABORT, 'a stored verdict is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `verdict_details_no_delete` BEFORE DELETE ON `verdict_details` BEGIN SELECT RAISE(ABORT, 'a stored verdict is never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER `current_verdicts_no_delete` BEFORE DELETE ON `current_verdicts` BEGIN SELECT RAISE(ABORT, 'a graded submission keeps a current verdict'); END;
--> statement-breakpoint
CREATE TRIGGER `submissions_finish_with_verdict` BEFORE UPDATE OF `finished_at` ON `submissions`
WHEN NEW.`finished_at` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `current_verdicts` WHERE `submission_id` = NEW.`submission_id`)
BEGIN SELECT RAISE(ABORT, 'a submission cannot be finished without a verdict'); END;
--> statement-breakpoint
CREATE TRIGGER `submissions_no_delete` BEFORE DELETE ON `submissions` BEGIN SELECT RAISE(ABORT, 'a submission is never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER `sources_no_update` BEFORE UPDATE ON `sources` BEGIN SELECT RAISE(ABORT, 'a submitted source is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `sources_no_delete` BEFORE DELETE ON `sources` BEGIN SELECT RAISE(ABORT, 'a submitted source is never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER `exercise_versions_no_update` BEFORE UPDATE ON `exercise_versions` BEGIN SELECT RAISE(ABORT, 'a published version is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `exercise_versions_no_delete` BEFORE DELETE ON `exercise_versions` BEGIN SELECT RAISE(ABORT, 'a published version is never deleted'); END;
