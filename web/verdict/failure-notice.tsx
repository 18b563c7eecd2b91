"use client";

import { useTranslations } from "next-intl";
import type { Failure, VerdictStatus } from "../../grader/verdict.ts";
import { Icon } from "../components/icon.tsx";

/** What ended a run, in words, with the way to its line in the editor. */
export function FailureNotice({
	failure,
	status,
	onRevealLine,
}: {
	failure: Failure;
	status: VerdictStatus;
	onRevealLine: (line: number) => void;
}) {
	const t = useTranslations("verdict");
	const { line } = failure;
	return (
		<section className="failure" aria-label={t("failure")}>
			<Icon name="alert" size={20} />
			<div>
				<h3>{t(`explain.${status}`)}</h3>
				<pre className="failure-message">{failure.message}</pre>
				{line !== undefined && (
					<button
						className="button button-small"
						type="button"
						onClick={() => onRevealLine(line)}
					>
						{t("showLine", { line })}
					</button>
				)}
				{failure.caseId !== undefined && (
					<p className="failure-case">
						{t("inCase", { caseId: failure.caseId })}
					</p>
				)}
			</div>
		</section>
	);
}
