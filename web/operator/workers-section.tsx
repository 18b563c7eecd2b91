"use client";

import { useTranslations } from "next-intl";
import { TimeStamp } from "../components/time-stamp.tsx";
import type { WorkerView } from "../server/operator-schemas.ts";
import { formatSpan } from "./format.ts";
import { Empty, OperatorTable, Section } from "./section.tsx";

const causes = [
	"time_limit",
	"memory_limit",
	"crashed",
	"protocol_error",
	"used",
	"retired",
	"closed",
] as const;

/** The processes that grade; whoever is silent or below the minimum is marked with a colour and a word. */
export function WorkersSection({
	workers,
	now,
}: {
	workers: WorkerView[];
	now: number;
}) {
	const t = useTranslations("operator");
	return (
		<Section title={t("workersTitle")}>
			{workers.length === 0 ? (
				<Empty title={t("workersEmptyTitle")} text={t("workersEmptyText")} />
			) : (
				<OperatorTable
					caption={t("workersTitle")}
					head={[
						{ text: t("worker") },
						{ text: t("state") },
						{ text: t("level"), isNumber: true },
						{ text: t("lanes"), isNumber: true },
						{ text: t("warm"), isNumber: true },
						{ text: t("deaths") },
					]}
				>
					{workers.map((worker) => (
						<WorkerRow key={worker.id} worker={worker} now={now} />
					))}
				</OperatorTable>
			)}
		</Section>
	);
}

function WorkerRow({ worker, now }: { worker: WorkerView; now: number }) {
	const t = useTranslations("operator");
	const { isolation, versions, startedAt, students, authors, readers } = worker;
	const deaths = causes.flatMap((cause) => {
		const count = [students, authors, readers].reduce(
			(sum, { ended }) => sum + (ended[cause] ?? 0),
			0,
		);
		return count === 0 ? [] : [`${t(`causes.${cause}`)} ${count}`];
	});
	const isKnown = isolation === "isolate" || isolation === "process";
	return (
		<tr className={worker.isSilent ? "row-silent" : undefined}>
			<th scope="row">
				<code>{worker.id}</code>
				<span className="cell-note">
					{versions !== null &&
						`Chainrule ${versions.grader} · Node ${versions.node} · `}
					{isKnown ? t(`isolations.${isolation}`) : isolation}
				</span>
				{startedAt !== null && (
					<span className="cell-note">
						{t("startedAt")}: <TimeStamp at={startedAt} />
					</span>
				)}
			</th>
			<td>
				<span
					className={worker.isSilent ? "mark mark-wrong" : "mark mark-right"}
				>
					{worker.isSilent ? t("silent") : t("alive")}
				</span>
				{worker.isBelowMinimum && (
					<span className="mark mark-follow">{t("belowMinimum")}</span>
				)}
				<span className="cell-note">
					{t("seen", {
						span: formatSpan(Math.max(0, now - worker.seenAt)),
					})}
				</span>
			</td>
			<td className="cell-number">{worker.level ?? "?"}</td>
			<td className="cell-number">
				{t("lanesOf", { running: worker.running, size: worker.size })}
			</td>
			<td className="cell-number" title={t("warmHint")}>
				{students.warm} + {authors.warm} + {readers.warm}
			</td>
			<td className="cell-text">
				{deaths.length === 0 ? t("deathsNone") : deaths.join(", ")}
			</td>
		</tr>
	);
}
