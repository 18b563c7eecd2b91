"use client";

import { useTranslations } from "next-intl";
import type { Ref } from "react";
import type { Verdict, VerdictStatus } from "../../grader/verdict.ts";
import { Icon, type IconName } from "../components/icon.tsx";
import { ProgressRing } from "../components/progress-ring.tsx";
import { TimeStamp } from "../components/time-stamp.tsx";
import { formatPoints } from "../course/format-points.ts";
import type { SubmissionView } from "../submission/submission-client.ts";

const looks: Record<
	VerdictStatus,
	{ tone: "right" | "partial" | "wrong" | "neutral"; icon: IconName }
> = {
	accepted: { tone: "right", icon: "check" },
	partial: { tone: "partial", icon: "follow" },
	wrong_answer: { tone: "wrong", icon: "cross" },
	compile_error: { tone: "wrong", icon: "alert" },
	runtime_error: { tone: "wrong", icon: "alert" },
	time_limit: { tone: "wrong", icon: "clock" },
	memory_limit: { tone: "wrong", icon: "alert" },
	output_limit: { tone: "wrong", icon: "alert" },
	internal_error: { tone: "neutral", icon: "alert" },
};

/** The first line of a verdict: a ring of points, the status in words, the attempt. */
export function VerdictHeadline({
	submission,
	verdict,
	headlineRef,
}: {
	submission: SubmissionView;
	verdict: Verdict;
	headlineRef: Ref<HTMLHeadingElement> | undefined;
}) {
	const t = useTranslations("verdict");
	const { tone, icon } = looks[verdict.status];
	const points = formatPoints(verdict.points);
	const followThrough = verdict.checks.reduce(
		(sum, check) => sum + check.followThroughPoints,
		0,
	);
	return (
		<header className={`headline headline-${tone}`}>
			<ProgressRing
				share={verdict.maxPoints === 0 ? 0 : verdict.points / verdict.maxPoints}
				size={84}
				tone={tone}
			>
				<tspan
					className={
						points.length > 4 ? "ring-number ring-number-long" : "ring-number"
					}
				>
					{points}
				</tspan>
			</ProgressRing>
			<div>
				<h2 ref={headlineRef} tabIndex={-1}>
					<Icon name={icon} size={20} />
					{t(`status.${verdict.status}`)}
				</h2>
				<p className="headline-points">
					{t("points", {
						points: formatPoints(verdict.points),
						maxPoints: formatPoints(verdict.maxPoints),
					})}
					{followThrough > 0 &&
						` · ${t("followThroughPoints", { points: formatPoints(followThrough) })}`}
				</p>
				<p className="headline-facts">
					{submission.attempt === null
						? t("noAttempt")
						: t("attempt", { number: submission.attempt })}
					{" · "}
					<TimeStamp at={submission.createdAt} />
					{" · "}
					{t("duration", {
						ms: Math.max(1, Math.round(verdict.measurements.wallMs)),
					})}
				</p>
			</div>
		</header>
	);
}
