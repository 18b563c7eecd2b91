import { getExercise } from "../../../../../server/exercise-view.ts";
import { handle } from "../../../../../server/handle.ts";
import {
	readLeaderboard,
	viewLeaderboard,
} from "../../../../../server/leaderboard.ts";
import { operations } from "../../../../../server/operations.ts";

export const GET = handle(
	operations.getLeaderboard,
	async ({ store, user, params: { slug }, query: { limit } }) => {
		await getExercise(store, slug);
		const rows = await readLeaderboard(store, slug);
		return { value: viewLeaderboard(rows, limit, user?.userId ?? null) };
	},
);
