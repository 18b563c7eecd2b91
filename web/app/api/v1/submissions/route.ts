import { getExercise } from "../../../../server/exercise-view.ts";
import { handle } from "../../../../server/handle.ts";
import { getCount } from "../../../../server/limits.ts";
import { log } from "../../../../server/log.ts";
import { operations } from "../../../../server/operations.ts";
import { requireSourceSize } from "../../../../server/source-size.ts";
import { announceSubmission } from "../../../../server/wake-up.ts";

export const POST = handle(
	operations.createSubmission,
	async ({ store, user, body, admission }) => {
		requireSourceSize(body.source);
		await getExercise(store, body.exercise);
		const { submission, isRepeat } = await store.createSubmission({
			userId: user.userId,
			slug: body.exercise,
			language: body.language,
			source: body.source,
			now: Date.now(),
			maxWaiting: getCount("CHAINRULE_MAX_WAITING"),
			maxQueue: getCount("CHAINRULE_MAX_QUEUE"),
		});
		// Nothing is graded for a repeat: it counts little.
		if (isRepeat) admission.giveBack(0.8);
		else announceSubmission();
		const { submissionId: id, status, attempt, ahead } = submission;
		log.info(
			{ submissionId: id, slug: body.exercise, attempt, status, ahead },
			isRepeat ? "repeated" : "accepted",
		);
		return {
			value: { id, status, attempt, isRepeat, ahead },
			headers: { location: `/api/v1/submissions/${id}` },
		};
	},
);
