import { handle } from "../../../../server/handle.ts";
import { operations } from "../../../../server/operations.ts";

export const GET = handle(operations.getMe, async ({ store, user }) => ({
	value: { ...user, scores: await store.listScores(user.userId) },
}));

export const PUT = handle(
	operations.updateMe,
	async ({ store, user, body: { leaderboardName } }) => {
		await store.setLeaderboardName(user.userId, leaderboardName);
		const scores = await store.listScores(user.userId);
		return { value: { ...user, leaderboardName, scores } };
	},
);
