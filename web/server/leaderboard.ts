import type { z } from "zod";
import type { LeaderboardRow, Store } from "../../db/store.ts";
import type { leaderboardSchema } from "./api-schemas.ts";

interface Kept {
	rows: LeaderboardRow[];
	dataVersion: number;
	madeAt: number;
	tookMs: number;
}

declare global {
	var chainruleLeaderboards: Map<string, Kept> | undefined;
}

/**
 * Gives all rows of a leaderboard, of the whole course without a slug. Deriving it reads every verdict, so a board is
 * kept until something was committed *and* twenty times its cost have passed: a large course sees it at most seconds
 * late, and deriving takes at most a twentieth of the process.
 */
export async function readLeaderboard(
	store: Store,
	slug: string | null,
): Promise<LeaderboardRow[]> {
	globalThis.chainruleLeaderboards ??= new Map();
	const boards = globalThis.chainruleLeaderboards;
	const kept = boards.get(slug ?? "");
	const dataVersion = store.dataVersion();
	const now = performance.now();
	if (
		kept !== undefined &&
		(kept.dataVersion === dataVersion || now - kept.madeAt < 20 * kept.tookMs)
	) {
		return kept.rows;
	}
	const rows = await store.listLeaderboard({
		...(slug === null ? {} : { slug }),
		limit: Number.MAX_SAFE_INTEGER,
	});
	const madeAt = performance.now();
	boards.set(slug ?? "", { rows, dataVersion, madeAt, tookMs: madeAt - now });
	return rows;
}

/** Shows the first rows and the caller's own. Nobody learns anybody else's user id. */
export function viewLeaderboard(
	rows: LeaderboardRow[],
	limit: number,
	callerId: string | null,
): z.infer<typeof leaderboardSchema> {
	const view = ({ userId, ...row }: LeaderboardRow) => ({
		...row,
		isMe: userId === callerId,
	});
	const mine = rows.find(({ userId }) => userId === callerId);
	return {
		rows: rows.slice(0, limit).map(view),
		total: rows.length,
		me: mine === undefined ? null : view(mine),
	};
}
