import { handle } from "../../../../../server/handle.ts";
import { operations } from "../../../../../server/operations.ts";
import { readOverview } from "../../../../../server/operator-overview.ts";

export const GET = handle(
	operations.getOperatorOverview,
	async ({ store }) => ({
		value: await readOverview(store, Date.now()),
	}),
);
