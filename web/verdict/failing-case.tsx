"use client";

import { useTranslations } from "next-intl";
import type { Language } from "../../exercises/bundle.ts";
import type { CheckResult } from "../../grader/verdict.ts";
import type { FunctionView } from "../exercise/exercise-view.ts";
import { formatNumber, formatValue } from "../exercise/format-value.ts";
import { findFunction } from "./describe-steps.ts";

/** The one disclosed failing case of a check: its input, what was expected and what came. */
export function FailingCase({
	check,
	functions,
	language,
}: {
	check: CheckResult;
	functions: FunctionView[];
	language: Language;
}) {
	const t = useTranslations("verdict");
	const { shown } = check;
	if (shown === undefined) return null;
	const graph = findFunction(functions, shown.steps?.map(({ id }) => id) ?? []);
	return (
		<section className="verdict-section">
			<h3>{t("failingCase")}</h3>
			<p className="case-origin">
				{check.title[language]}
				{shown.title && ` · ${shown.title[language]}`}
			</p>
			<dl className="case-values">
				{shown.input.map((value, index) => {
					const name =
						graph?.parameters[index] ?? t("argument", { number: index + 1 });
					return (
						<div key={name}>
							<dt>{name}</dt>
							<dd>{formatValue(value)}</dd>
						</div>
					);
				})}
				<div className="case-expected">
					<dt>{t("expected")}</dt>
					<dd>{formatValue(shown.expected)}</dd>
				</div>
				<div className="case-actual">
					<dt>{t("yours")}</dt>
					<dd>{formatValue(shown.actual)}</dd>
				</div>
			</dl>
			{(shown.path !== undefined || shown.relativeError !== undefined) && (
				<p className="case-difference">
					{shown.path !== undefined && (
						<>
							{t("differsAt")} <code>{shown.path}</code>
						</>
					)}
					{shown.path !== undefined &&
						shown.relativeError !== undefined &&
						" · "}
					{shown.relativeError !== undefined &&
						t("relativeError", {
							value: formatNumber(Number(shown.relativeError.toPrecision(3))),
						})}
				</p>
			)}
		</section>
	);
}
