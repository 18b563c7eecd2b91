import { handle } from "../../../../../server/handle.ts";
import { operations } from "../../../../../server/operations.ts";
import {
	getOwnSubmission,
	viewSubmission,
} from "../../../../../server/submission-view.ts";

export const GET = handle(
	operations.getSubmission,
	async ({ store, user, params: { id } }) => ({
		value: await viewSubmission(
			store,
			await getOwnSubmission(store, user.userId, id),
		),
	}),
);
