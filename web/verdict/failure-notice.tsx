"use client";

import { useTranslations } from "next-intl";
import type { Language } from "../../exercises/bundle.ts";
import type { Verdict } from "../../grader/verdict.ts";
import { Icon } from "../components/icon.tsx";
import { Sentence } from "./sentence.tsx";

/** What ended a run, in words, with the way to its line in the editor. */
export function FailureNotice({
	verdict: { failure, status, checks },
	language,
	onRevealLine,
}: {
	verdict: Verdict;
	language: Language;
	onRevealLine: (line: number) => void;
}) {
	const t = useTranslations("verdict");
	if (failure === undefined) return null;
	const { line } = failure;
	const check = checks.find(({ id }) => id === failure.checkId);
	return (
		<section className="failure" aria-label={t("failure")}>
			<Icon name="alert" size={20} />
			<div>
				<h3>{t(`explain.${status}`)}</h3>
				{check?.message && <Sentence text={check.message[language]} />}
				{!check?.message && !status.endsWith("_limit") && (
					<pre className="failure-message">{failure.message}</pre>
				)}
				{check && (
					<p className="failure-case">
						{t("inCheck", { title: check.title[language] })}
					</p>
				)}
				{line !== undefined && (
					<button
						className="button button-small"
						type="button"
						onClick={() => onRevealLine(line)}
					>
						{t("showLine", { line })}
					</button>
				)}
			</div>
		</section>
	);
}
