import { handle } from "../../../../server/handle.ts";
import {
	readLeaderboard,
	viewLeaderboard,
} from "../../../../server/leaderboard.ts";
import { operations } from "../../../../server/operations.ts";

export const GET = handle(
	operations.getCourseLeaderboard,
	async ({ store, user, query: { limit } }) => ({
		value: viewLeaderboard(
			await readLeaderboard(store, null),
			limit,
			user?.userId ?? null,
		),
	}),
);
