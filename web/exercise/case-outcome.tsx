"use client";

import { useTranslations } from "next-intl";
import { RawHtml } from "../components/raw-html.tsx";
import { ScrollFrame } from "../components/scroll-frame.tsx";
import { placeOf } from "../verdict/describe-steps.ts";
import type { CaseView, FunctionView, StepView } from "./exercise-view.ts";
import { formatValue } from "./format-value.ts";
import { ShownValue } from "./shown-value.tsx";

type PublicStep = CaseView["steps"][number];

/** What a visible case expects: an error, a value, or the value of every step; the rounds of a run as a table's rows. */
export function CaseOutcome({
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
	const rounds = one.steps.filter((step) => placeOf(step) !== "");
	const result = one.steps.filter((step) => placeOf(step) === "");
	const isPlain =
		one.steps.length === 0 ||
		(one.steps.length === 1 && one.steps[0]?.path === "");
	if (isPlain) {
		return (
			<div className="case-result">
				<span aria-hidden="true">→</span>{" "}
				<span className="visually-hidden">{t("expected")}</span>
				<ShownValue value={one.expected} />
			</div>
		);
	}
	return (
		<>
			{rounds.length > 0 && (
				<Rounds steps={rounds} graph={graph} label={one.title} />
			)}
			{result.length > 0 && (
				<Result steps={result} graph={graph} label={one.title} />
			)}
		</>
	);
}

function Rounds({
	steps,
	graph,
	label,
}: {
	steps: PublicStep[];
	graph: FunctionView | undefined;
	label: string;
}) {
	const t = useTranslations("cases");
	const ids = [...new Set(steps.map(({ id }) => id))];
	const places = [...new Set(steps.map(placeOf))];
	return (
		<ScrollFrame className="table-scroll" label={label}>
			<table className="data-table">
				<thead>
					<tr>
						<th scope="col">{t("round")}</th>
						{ids.map((id) => (
							<th key={id} scope="col">
								{findStep(graph, id)?.label ?? id}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{places.map((place, index) => (
						<tr key={place}>
							<th scope="row">{index + 1}</th>
							{ids.map((id) => (
								<td key={id} className="number">
									{formatValue(
										steps.find(
											(step) => step.id === id && placeOf(step) === place,
										)?.expected,
										7,
									)}
								</td>
							))}
						</tr>
					))}
				</tbody>
			</table>
		</ScrollFrame>
	);
}

function Result({
	steps,
	graph,
	label,
}: {
	steps: PublicStep[];
	graph: FunctionView | undefined;
	label: string;
}) {
	const t = useTranslations("cases");
	return (
		<ScrollFrame className="table-scroll" label={label}>
			<table className="data-table">
				<thead>
					<tr>
						<th scope="col">{t("step")}</th>
						<th scope="col">{t("formula")}</th>
						<th scope="col">{t("expected")}</th>
					</tr>
				</thead>
				<tbody>
					{steps.map(({ id, path, expected }) => {
						const step = findStep(graph, id);
						return (
							<tr key={path}>
								<th scope="row">
									<code>{path}</code>
								</th>
								<td>{step && <RawHtml html={step.formulaHtml} />}</td>
								<td className="number">
									<ShownValue value={expected} />
								</td>
							</tr>
						);
					})}
				</tbody>
			</table>
		</ScrollFrame>
	);
}

/** The result's step where a run's graph declares an id twice. */
function findStep(
	graph: FunctionView | undefined,
	id: string,
): StepView | undefined {
	return graph?.steps.findLast((step) => step.id === id);
}
