import type { z } from "zod";
import type { Store } from "../../db/store.ts";
import { log } from "./log.ts";
import type { regradeQueuedSchema } from "./operator-schemas.ts";
import { Problem } from "./problem.ts";
import type { SessionUser } from "./session.ts";

/**
 * Has a submission that was set aside graded again, and writes into the log who asked.
 * @throws Problem 404 when there is no such submission, 409 when it is not set aside
 */
export async function gradeAgain(
	store: Store,
	administrator: SessionUser,
	submissionId: string,
): Promise<z.infer<typeof regradeQueuedSchema>> {
	const isQueued = await store.gradeAgain({ submissionId, now: Date.now() });
	const submission = await store.findSubmission(submissionId);
	if (submission === null) {
		throw new Problem("not-found", `There is no submission "${submissionId}".`);
	}
	const { status, ahead } = submission;
	if (!isQueued) {
		throw new Problem(
			"not-set-aside",
			`Only a submission that was set aside is graded again; this one is ${status}.`,
		);
	}
	log.info(
		{ submissionId, administratorId: administrator.userId },
		"an administrator has it graded again",
	);
	return { id: submissionId, status, ahead };
}
