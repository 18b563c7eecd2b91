"use client";

import { useTranslations } from "next-intl";
import { CaseOutcome } from "./case-outcome.tsx";
import type { CaseView, FunctionView } from "./exercise-view.ts";
import { formatLines } from "./format-value.ts";

/** The visible cases: arguments in, expected value of every step out. */
export function CaseList({
	cases,
	functions,
}: {
	cases: CaseView[];
	functions: FunctionView[];
}) {
	const t = useTranslations("cases");
	if (cases.length === 0) return <p className="quiet">{t("none")}</p>;
	return (
		<div className="cases">
			<p className="quiet">{t("lead")}</p>
			{cases.map((one) => (
				<section key={`${one.checkId} ${one.caseId}`} className="case">
					<h2>{one.title}</h2>
					<p className="case-call">
						<code>
							{one.function}(
							{one.input.map((value) => formatLines(value)).join(", ")})
						</code>
					</p>
					<CaseOutcome
						one={one}
						graph={functions.find(({ name }) => name === one.function)}
					/>
				</section>
			))}
		</div>
	);
}
