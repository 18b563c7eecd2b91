"use client";

import { useTranslations } from "next-intl";
import type { Language } from "../../exercises/bundle.ts";
import type { CheckResult, CheckStatus } from "../../grader/verdict.ts";
import { Icon, type IconName } from "../components/icon.tsx";
import { formatPoints } from "../course/format-points.ts";
import { Sentence } from "./sentence.tsx";

const icons: Record<CheckStatus, IconName> = {
	passed: "check",
	failed: "cross",
	error: "alert",
	skipped: "dash",
};

/** Every check with its points; those that disclose a failing case can be chosen. */
export function CheckList({
	checks,
	chosenId,
	onChoose,
	language,
}: {
	checks: CheckResult[];
	chosenId: string | null;
	onChoose: (id: string) => void;
	language: Language;
}) {
	const t = useTranslations("verdict");
	if (checks.length === 0) return null;
	return (
		<section className="verdict-section">
			<h3>{t("checks")}</h3>
			<ul className="checks">
				{checks.map((check) => {
					const facts = [
						check.cases.total > 0 &&
							t("casesPassed", {
								passed: check.cases.passed,
								total: check.cases.total,
							}),
						check.followThroughPoints > 0 &&
							t("followThroughPoints", {
								points: formatPoints(check.followThroughPoints),
							}),
						!check.visible && t("hidden"),
					].filter((fact) => fact !== false);
					return (
						<li key={check.id} className={`check check-${check.status}`}>
							<span className="check-icon">
								<Icon name={icons[check.status]} />
							</span>
							<div className="check-text">
								<p className="check-title">
									{check.title[language]}{" "}
									<span className="check-status">
										{t(`check.${check.status}`)}
									</span>
								</p>
								{facts.length > 0 && (
									<p className="check-facts">{facts.join(" · ")}</p>
								)}
								{check.message && (
									<div className="check-message">
										<Sentence text={check.message[language]} />
									</div>
								)}
								{check.shown && check.id !== chosenId && (
									<button
										className="link-button"
										type="button"
										onClick={() => onChoose(check.id)}
									>
										{t("showCase")}
									</button>
								)}
							</div>
							<p className="check-points">
								<strong>{formatPoints(check.points)}</strong> /{" "}
								{formatPoints(check.maxPoints)}
							</p>
						</li>
					);
				})}
			</ul>
		</section>
	);
}
