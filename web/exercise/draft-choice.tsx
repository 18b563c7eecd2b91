"use client";

import { useTranslations } from "next-intl";
import { ScrollFrame } from "../components/scroll-frame.tsx";
import { TimeStamp } from "../components/time-stamp.tsx";

/** Two versions of the same draft: lets the student look at the other one and choose. */
export function DraftChoice({
	savedAt,
	other,
	isConflict,
	onKeep,
	onTake,
}: {
	savedAt: number;
	other: string;
	isConflict: boolean;
	onKeep: () => void;
	onTake: () => void;
}) {
	const t = useTranslations("draft");
	return (
		<div className="notice notice-follow" role="alert">
			<p>
				{isConflict ? t("conflictText") : t("otherText")}{" "}
				<TimeStamp at={savedAt} />
			</p>
			<details>
				<summary>{t("look")}</summary>
				<ScrollFrame className="console" label={t("look")}>
					<pre>{other}</pre>
				</ScrollFrame>
			</details>
			<p className="notice-actions">
				<button className="button button-small" type="button" onClick={onKeep}>
					{t("keepMine")}
				</button>
				<button className="button button-small" type="button" onClick={onTake}>
					{t("takeOther")}
				</button>
			</p>
		</div>
	);
}
