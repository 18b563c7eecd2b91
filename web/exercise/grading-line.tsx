"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { GradingProgress } from "../submission/submission-client.ts";
import type { Grading } from "../submission/use-grading.ts";
import { roundWait } from "./round-wait.ts";

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
	if (phase === "sending" || phase === "pausing") return t(phase);
	if (phase === "waiting") {
		if (progress === null) return t("waiting");
		if (progress.status === "queued" && progress.ahead > 0)
			return aheadText(t, progress);
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

/** How many are ahead, and where the server can tell, about how long that takes. */
function aheadText(
	t: ReturnType<typeof useTranslations<"grading">>,
	{ ahead: count, estimatedMs }: GradingProgress,
): string {
	if (estimatedMs === undefined) return t("ahead", { count });
	const wait = roundWait(estimatedMs);
	return "seconds" in wait
		? t("aheadSeconds", { count, seconds: wait.seconds })
		: t("aheadMinutes", { count, minutes: wait.minutes });
}
