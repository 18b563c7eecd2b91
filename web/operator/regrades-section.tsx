"use client";

import { useTranslations } from "next-intl";
import { TimeStamp } from "../components/time-stamp.tsx";
import { formatPoints } from "../course/format-points.ts";
import type { OperatorOverview } from "../server/operator-schemas.ts";
import { OperatorTable, Section } from "./section.tsx";

type Row = OperatorOverview["regrades"][number];

/** What became of submissions that were graded again. */
export function RegradesSection({
	regrades,
	titleOf,
}: {
	regrades: Row[];
	titleOf: (slug: string) => string;
}) {
	const t = useTranslations("operator");
	if (regrades.length === 0) return null;
	return (
		<Section title={t("regradesTitle")}>
			<OperatorTable
				caption={t("regradesTitle")}
				head={[
					{ text: t("submission") },
					{ text: t("result") },
					{ text: t("askedAt"), isExtra: true },
				]}
			>
				{regrades.map((row) => (
					<tr key={row.submissionId}>
						<th scope="row">
							{titleOf(row.slug)}
							<span className="cell-note">
								{t("attempt", { attempt: row.attempt })} ·{" "}
								<code>{row.submissionId}</code>
							</span>
						</th>
						<td>
							<span className={`mark ${markOf(row)}`}>
								{t(`statuses.${row.status}`)}
							</span>
							{row.points !== null &&
								row.maxPoints !== null &&
								row.status !== "internal_error" && (
									<span className="cell-note">
										{t("points", {
											points: formatPoints(row.points),
											maxPoints: formatPoints(row.maxPoints),
										})}
									</span>
								)}
						</td>
						<td className="cell-quiet cell-extra">
							<TimeStamp at={row.askedAt} />
						</td>
					</tr>
				))}
			</OperatorTable>
		</Section>
	);
}

function markOf({ status }: Row): string {
	if (status === "internal_error") return "mark-wrong";
	return status === "accepted" ? "mark-right" : "mark-plain";
}
