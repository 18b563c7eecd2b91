"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { Grading } from "../submission/use-grading.ts";

/** How far grading is, announced politely; at rest, how to leave the editor by keyboard. */
export function GradingLine({ grading }: { grading: Grading }) {
	const t = useTranslations("grading");
	const [isMac, setMac] = useState(false);
	useEffect(() => setMac(/Mac|iPhone|iPad/.test(navigator.userAgent)), []);
	const text = useGradingText(grading);
	const { progress, phase } = grading;
	const share =
		progress && progress.total > 0 ? progress.done / progress.total : null;

	return (
		<div className="grading-line">
			<p role="status">{text}</p>
			{phase === "idle" ? (
				<p className="editor-keys">
					{t.rich("leaveEditor", {
						keys: () => (isMac ? <kbd>⌃⇧M</kbd> : <kbd>Ctrl+M</kbd>),
					})}
				</p>
			) : (
				<div
					className={`bar ${share === null ? "bar-waiting" : ""}`}
					aria-hidden="true"
				>
					<span style={{ inlineSize: `${100 * (share ?? 0.3)}%` }} />
				</div>
			)}
		</div>
	);
}

function useGradingText({ phase, progress, shown }: Grading): string {
	const t = useTranslations("grading");
	const verdictText = useTranslations("verdict");
	if (phase === "sending") return t("sending");
	if (phase === "waiting") {
		if (progress === null) return t("waiting");
		if (progress.status === "queued" && progress.ahead > 0)
			return t("ahead", { count: progress.ahead });
		if (progress.total > 0)
			return t("running", { done: progress.done, total: progress.total });
		return progress.status === "running" ? t("grading") : t("waiting");
	}
	const verdict = shown?.submission.verdict;
	if (!verdict) return "";
	return t("done", {
		status: verdictText(`status.${verdict.status}`),
		points: Math.round(verdict.points * 100) / 100,
		maxPoints: verdict.maxPoints,
	});
}
