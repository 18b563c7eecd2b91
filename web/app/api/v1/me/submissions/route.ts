import { getExercise } from "../../../../../server/exercise-view.ts";
import { handle } from "../../../../../server/handle.ts";
import { operations } from "../../../../../server/operations.ts";

export const GET = handle(
	operations.listMySubmissions,
	async ({ store, user, query: { exercise } }) => {
		await getExercise(store, exercise);
		const submissions = await store.listSubmissions(user.userId, exercise);
		return {
			value: {
				submissions: submissions.map((submission) => ({
					id: submission.submissionId,
					exercise: submission.slug,
					version: submission.version,
					attempt: submission.attempt,
					language: submission.language,
					status: submission.status,
					createdAt: submission.createdAt,
					finishedAt: submission.finishedAt,
					points: submission.verdict?.points ?? null,
					maxPoints: submission.verdict?.maxPoints ?? null,
				})),
			},
		};
	},
);
