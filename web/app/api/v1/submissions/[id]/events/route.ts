import { handle } from "../../../../../../server/handle.ts";
import { openStream } from "../../../../../../server/open-streams.ts";
import { operations } from "../../../../../../server/operations.ts";
import { streamSubmission } from "../../../../../../server/submission-events.ts";
import { getOwnSubmission } from "../../../../../../server/submission-view.ts";

export const GET = handle(
	operations.watchSubmission,
	async ({ store, user, params: { id }, request }) => {
		const submission = await getOwnSubmission(store, user.userId, id);
		const close = openStream(request.headers, user.userId);
		return streamSubmission(store, submission, request.signal, close);
	},
);
