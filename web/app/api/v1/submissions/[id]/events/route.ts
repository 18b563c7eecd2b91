import { handle } from "../../../../../../server/handle.ts";
import { operations } from "../../../../../../server/operations.ts";
import { streamSubmission } from "../../../../../../server/submission-events.ts";
import { getOwnSubmission } from "../../../../../../server/submission-view.ts";

export const GET = handle(
	operations.watchSubmission,
	async ({ store, user, params: { id }, request }) =>
		streamSubmission(
			store,
			await getOwnSubmission(store, user.userId, id),
			request.signal,
		),
);
