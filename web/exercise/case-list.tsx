"use client";

import { useTranslations } from "next-intl";
import { RawHtml } from "../components/raw-html.tsx";
import { ScrollFrame } from "../components/scroll-frame.tsx";
import type { CaseView, FunctionView } from "./exercise-view.ts";
import { formatValue } from "./format-value.ts";

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
			{cases.map((one) => {
				const graph = functions.find(({ name }) => name === one.function);
				return (
					<section key={`${one.checkId} ${one.caseId}`} className="case">
						<h2>{one.title}</h2>
						<p className="case-call">
							<code>
								{one.function}({one.input.map(formatValue).join(", ")})
							</code>
						</p>
						<CaseOutcome one={one} graph={graph} />
					</section>
				);
			})}
		</div>
	);
}

function CaseOutcome({
	one,
	graph,
}: {
	one: CaseView;
	graph: FunctionView | undefined;
}) {
	const t = useTranslations("cases");
	if (one.throws !== undefined) {
		return (
			<p>
				{t("throws")} <code>{one.throws}</code>
			</p>
		);
	}
	if (one.steps.length === 0) {
		return (
			<p className="case-result">
				<span aria-hidden="true">→</span>{" "}
				<span className="visually-hidden">{t("expected")}</span>{" "}
				<code>{formatValue(one.expected)}</code>
			</p>
		);
	}
	return (
		<ScrollFrame className="table-scroll" label={one.title}>
			<table className="data-table">
				<thead>
					<tr>
						<th scope="col">{t("step")}</th>
						<th scope="col">{t("formula")}</th>
						<th scope="col">{t("expected")}</th>
					</tr>
				</thead>
				<tbody>
					{one.steps.map(({ id, path, expected }) => {
						const step = graph?.steps.find((candidate) => candidate.id === id);
						return (
							<tr key={path}>
								<th scope="row">
									<code>{path}</code>
								</th>
								<td>{step && <RawHtml html={step.formulaHtml} />}</td>
								<td className="number">{formatValue(expected)}</td>
							</tr>
						);
					})}
				</tbody>
			</table>
		</ScrollFrame>
	);
}
