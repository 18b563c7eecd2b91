import { gradeAgain } from "../../../../../../../server/grade-again.ts";
import { handle } from "../../../../../../../server/handle.ts";
import { operations } from "../../../../../../../server/operations.ts";

export const POST = handle(
	operations.gradeAgain,
	async ({ store, user, params: { id } }) => ({
		value: await gradeAgain(store, user, id),
	}),
);
