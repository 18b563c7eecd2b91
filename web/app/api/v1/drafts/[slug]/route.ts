import { getExercise } from "../../../../../server/exercise-view.ts";
import { handle } from "../../../../../server/handle.ts";
import { operations } from "../../../../../server/operations.ts";
import { Problem } from "../../../../../server/problem.ts";
import { requireSourceSize } from "../../../../../server/source-size.ts";

export const GET = handle(
	operations.getDraft,
	async ({ store, user, params: { slug } }) => {
		await getExercise(store, slug);
		return { value: { draft: await store.findDraft(user.userId, slug) } };
	},
);

export const PUT = handle(
	operations.saveDraft,
	async ({ store, user, params: { slug }, body }) => {
		requireSourceSize(body.source);
		await getExercise(store, slug);
		const { draft, isConflict } = await store.saveDraft({
			userId: user.userId,
			slug,
			...body,
			now: Date.now(),
		});
		if (isConflict) {
			throw new Problem(
				"draft-conflict",
				`The stored draft has revision ${draft.revision}, this one grew from ${body.baseRevision}.`,
				{ draft },
			);
		}
		return { value: { revision: draft.revision, savedAt: draft.savedAt } };
	},
);
