"use client";

import { useTranslations } from "next-intl";
import type { SubmissionStatus } from "../../db/store.ts";
import { TimeStamp } from "../components/time-stamp.tsx";
import { formatPoints } from "../course/format-points.ts";

/** An earlier attempt as the exercise page lists it. */
export interface AttemptView {
	id: string;
	attempt: number | null;
	status: SubmissionStatus;
	points: number | null;
	maxPoints: number;
	createdAt: number;
}

/** The student's attempts at this exercise, newest first; each opens its verdict. */
export function AttemptList({
	attempts,
	shownId,
	onOpen,
}: {
	attempts: AttemptView[];
	shownId: string | null;
	onOpen: (id: string) => void;
}) {
	const t = useTranslations("attempts");
	const status = useTranslations("verdict.status");
	if (attempts.length === 0) return <p className="quiet">{t("none")}</p>;
	return (
		<ol className="attempts">
			{attempts.map((attempt) => (
				<li
					key={attempt.id}
					className={`attempt ${attempt.id === shownId ? "attempt-shown" : ""}`}
				>
					<div>
						<p className="attempt-title">
							{attempt.attempt === null
								? t("uncounted")
								: t("number", { number: attempt.attempt })}
							{" · "}
							{attempt.status === "queued" || attempt.status === "running"
								? t(attempt.status)
								: status(attempt.status)}
						</p>
						<p className="quiet">
							<TimeStamp at={attempt.createdAt} />
						</p>
					</div>
					<p className="attempt-points">
						{attempt.points !== null && (
							<>
								<strong>{formatPoints(attempt.points)}</strong> /{" "}
								{formatPoints(attempt.maxPoints)}
							</>
						)}
					</p>
					<button
						className="button button-small"
						type="button"
						disabled={attempt.points === null}
						onClick={() => onOpen(attempt.id)}
					>
						{t("open")}
						<span className="visually-hidden">
							{" "}
							{t("number", { number: attempt.attempt ?? 0 })}
						</span>
					</button>
				</li>
			))}
		</ol>
	);
}
