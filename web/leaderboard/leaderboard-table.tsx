import { getTranslations } from "next-intl/server";
import type { LeaderboardRow } from "../../db/store.ts";
import { ScrollFrame } from "../components/scroll-frame.tsx";
import { TimeStamp } from "../components/time-stamp.tsx";
import { formatPoints } from "../course/format-points.ts";

/** The rows of a leaderboard; the reader's own is marked with a colour and a word. */
export async function LeaderboardTable({
	rows,
	ownId,
	isWholeCourse,
}: {
	rows: LeaderboardRow[];
	ownId: string | null;
	isWholeCourse: boolean;
}) {
	const t = await getTranslations("leaderboard");
	return (
		<ScrollFrame className="leaderboard" label={t("table")}>
			<table>
				<caption className="visually-hidden">{t("table")}</caption>
				<thead>
					<tr>
						<th scope="col">{t("rank")}</th>
						<th scope="col" className="cell-name">
							{t("name")}
						</th>
						<th scope="col" className="cell-number">
							{t("points")}
						</th>
						{isWholeCourse && (
							<th scope="col" className="cell-number">
								{t("solved")}
							</th>
						)}
						<th scope="col" className="cell-when">
							{t("when")}
						</th>
					</tr>
				</thead>
				<tbody>
					{rows.map((row) => (
						<tr
							key={row.userId}
							className={row.userId === ownId ? "own-row" : undefined}
						>
							<td>
								<span className={row.rank <= 3 ? "rank rank-top" : "rank"}>
									{row.rank}
								</span>
							</td>
							<th scope="row" className="cell-name">
								{row.name ?? (
									<span className="anonymous">{t("anonymous")}</span>
								)}
								{row.userId === ownId && (
									<span className="own-mark">{t("you")}</span>
								)}
							</th>
							<td className="cell-number">{formatPoints(row.points)}</td>
							{isWholeCourse && <td className="cell-number">{row.solved}</td>}
							<td className="cell-when">
								<TimeStamp at={row.reachedAt} />
							</td>
						</tr>
					))}
				</tbody>
			</table>
		</ScrollFrame>
	);
}
