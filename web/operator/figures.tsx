"use client";

import { useTranslations } from "next-intl";
import type { OperatorOverview } from "../server/operator-schemas.ts";
import { formatBytes, formatSpan } from "./format.ts";

/** The few numbers that say whether all is well. */
export function Figures({ overview }: { overview: OperatorOverview }) {
	const t = useTranslations("operator");
	const { queue, storage, setAside, eventStreams, now } = overview;
	const figures: {
		name: string;
		value: string;
		note?: string;
		isAlarming?: boolean;
	}[] = [
		{ name: t("waiting"), value: String(queue.queued) },
		{ name: t("running"), value: String(queue.running) },
		{
			name: t("oldest"),
			value:
				queue.oldestQueuedAt === null
					? "–"
					: formatSpan(Math.max(0, now - queue.oldestQueuedAt)),
		},
		{
			name: t("setAside"),
			value: String(setAside.total),
			isAlarming: setAside.total > 0,
		},
		{ name: t("streams"), value: String(eventStreams) },
		{
			name: t("database"),
			value: formatBytes(storage.databaseBytes),
			note: t("databaseNote", { size: formatBytes(storage.walBytes) }),
		},
		{ name: t("free"), value: formatBytes(storage.freeBytes) },
	];
	return (
		<dl className="figures" aria-label={t("figures")}>
			{figures.map(({ name, value, note, isAlarming }) => (
				<div
					key={name}
					className={isAlarming ? "figure figure-alarming" : "figure"}
				>
					<dt>{name}</dt>
					<dd>
						<strong>{value}</strong>
						{note !== undefined && <span>{note}</span>}
					</dd>
				</div>
			))}
		</dl>
	);
}
