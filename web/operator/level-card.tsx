"use client";

import { useTranslations } from "next-intl";
import { Icon } from "../components/icon.tsx";
import type { OperatorOverview } from "../server/operator-schemas.ts";

const known = ["A", "B", "C", "D"] as const;

/** How strongly submissions are held, in a plain sentence. */
export function LevelCard({ overview }: { overview: OperatorOverview }) {
	const t = useTranslations("operator");
	const { level, workers } = overview;
	const living = workers.filter(({ isSilent }) => !isSilent);
	const minimum =
		living.find(({ minimumLevel }) => minimumLevel !== null)?.minimumLevel ??
		null;
	const isBelow = living.some(({ isBelowMinimum }) => isBelowMinimum);
	const isAlarming = living.length === 0 || isBelow;
	const meaning =
		known.find((letter) => letter === level) ??
		(living.length === 0 ? "none" : "unknown");
	return (
		<div
			className={isAlarming ? "level-card level-card-alarming" : "level-card"}
		>
			<p className="level-letter" aria-hidden="true">
				{living.length === 0 ? <Icon name="alert" size={22} /> : (level ?? "?")}
			</p>
			<div>
				<h2>
					{living.length === 0
						? t("levelUnknown")
						: t("levelTitle", { level: level ?? "?" })}
				</h2>
				<p>{t(`levels.${meaning}`)}</p>
				{minimum !== null && (
					<p>
						{t("minimum", { level: minimum })}
						{isBelow && <strong> {t("belowMinimum")}</strong>}
					</p>
				)}
			</div>
		</div>
	);
}
