"use client";

import { useTranslations } from "next-intl";
import type { Language } from "../../exercises/bundle.ts";
import type { CheckResult } from "../../grader/verdict.ts";
import type { FunctionView } from "../exercise/exercise-view.ts";
import {
	formatNumber,
	formatValue,
	valueAt,
} from "../exercise/format-value.ts";
import { ShownValue } from "../exercise/shown-value.tsx";

/** The one disclosed failing case of a check: its input, what was expected and what came. */
export function FailingCase({
	check,
	graph,
	language,
}: {
	check: CheckResult;
	graph: FunctionView | null;
	language: Language;
}) {
	const t = useTranslations("verdict");
	const { shown } = check;
	if (shown === undefined) return null;
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
							<dd>
								<ShownValue value={value} />
							</dd>
						</div>
					);
				})}
				<div className="case-expected">
					<dt>{t("expected")}</dt>
					<dd>
						<ShownValue value={shown.expected} />
					</dd>
				</div>
				<div className="case-actual">
					<dt>{t("yours")}</dt>
					<dd>
						{/* A call that returned nothing has a sentence that says why, and "null" would be no answer of the student's. */}
						<ShownValue
							value={
								shown.actual === null && check.message
									? undefined
									: shown.actual
							}
						/>
					</dd>
				</div>
			</dl>
			{shown.path !== undefined && shown.path !== "" && (
				<p className="case-difference">
					{t.rich("difference", {
						path: shown.path,
						actual: formatValue(valueAt(shown.actual, shown.path)),
						expected: formatValue(valueAt(shown.expected, shown.path)),
						code: (chunks) => <code>{chunks}</code>,
					})}
				</p>
			)}
			{shown.relativeError !== undefined && (
				<p className="case-difference">
					{t("relativeError", { value: formatNumber(shown.relativeError, 3) })}
				</p>
			)}
		</section>
	);
}
