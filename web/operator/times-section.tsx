"use client";

import { useTranslations } from "next-intl";
import type { OperatorOverview } from "../server/operator-schemas.ts";
import { formatSpan } from "./format.ts";
import { Empty, OperatorTable, Section } from "./section.tsx";

/** How long grading takes, by exercise version. */
export function TimesSection({
	times,
	titleOf,
}: {
	times: OperatorOverview["gradingTimes"];
	titleOf: (slug: string) => string;
}) {
	const t = useTranslations("operator");
	return (
		<Section title={t("timesTitle")} lead={t("timesLead")}>
			{times.length === 0 ? (
				<Empty title={t("timesEmptyTitle")} text={t("timesEmptyText")} />
			) : (
				<OperatorTable
					caption={t("timesTitle")}
					head={[
						{ text: t("exercise") },
						{ text: t("version"), isExtra: true },
						{ text: t("verdicts"), isNumber: true },
						{ text: t("median"), isNumber: true },
						{ text: t("p95"), isNumber: true },
						{ text: t("medianCpu"), isNumber: true, isExtra: true },
					]}
				>
					{times.map((row) => (
						<tr key={row.version}>
							<th scope="row">{titleOf(row.slug)}</th>
							<td className="cell-extra">
								<code title={row.version}>{row.version.slice(0, 8)}</code>
							</td>
							<td className="cell-number">{row.verdicts}</td>
							<td className="cell-number">{formatSpan(row.medianMs)}</td>
							<td className="cell-number">{formatSpan(row.p95Ms)}</td>
							<td className="cell-number cell-extra">
								{formatSpan(row.medianCpuMs)}
							</td>
						</tr>
					))}
				</OperatorTable>
			)}
		</Section>
	);
}
