"use client";

import { useTranslations } from "next-intl";
import type { OperatorOverview } from "../server/operator-schemas.ts";
import { Empty, OperatorTable, Section } from "./section.tsx";

/** What waits: by exercise, and who has most of it. */
export function QueueSection({
	queue,
	titleOf,
}: {
	queue: OperatorOverview["queue"];
	titleOf: (slug: string) => string;
}) {
	const t = useTranslations("operator");
	const regrades = queue.byKind.regrade?.queued ?? 0;
	if (queue.byExercise.length === 0) {
		return (
			<Section title={t("queueTitle")}>
				<Empty title={t("queueEmptyTitle")} text={t("queueEmptyText")} />
			</Section>
		);
	}
	return (
		<Section title={t("queueTitle")}>
			{regrades > 0 && (
				<p className="page-lead">{t("regradesWaiting", { count: regrades })}</p>
			)}
			<div className="operator-columns">
				<OperatorTable
					caption={t("byExercise")}
					head={[
						{ text: t("exercise") },
						{ text: t("queued"), isNumber: true },
						{ text: t("graded"), isNumber: true },
					]}
				>
					{queue.byExercise.map(({ slug, queued, running }) => (
						<tr key={slug}>
							<th scope="row">{titleOf(slug)}</th>
							<td className="cell-number">{queued}</td>
							<td className="cell-number">{running}</td>
						</tr>
					))}
				</OperatorTable>
				{queue.mostWaiting.length > 0 && (
					<div>
						<OperatorTable
							caption={t("mostWaiting")}
							head={[
								{ text: t("student") },
								{ text: t("queued"), isNumber: true },
							]}
						>
							{queue.mostWaiting.map(({ userId, name, isGuest, queued }) => (
								<tr key={userId}>
									<th scope="row">
										{isGuest ? (
											<>
												{t("guest")} <code>{userId.slice(0, 6)}</code>
											</>
										) : (
											name
										)}
									</th>
									<td className="cell-number">{queued}</td>
								</tr>
							))}
						</OperatorTable>
						<p className="operator-note">{t("mostWaitingNote")}</p>
					</div>
				)}
			</div>
		</Section>
	);
}
