"use client";

import { useTranslations } from "next-intl";
import { Icon } from "../components/icon.tsx";
import { RawHtml } from "../components/raw-html.tsx";
import { ScrollFrame } from "../components/scroll-frame.tsx";
import { formatValue } from "../exercise/format-value.ts";
import type { StepNode } from "./describe-steps.ts";
import { statusIcons } from "./step-graph.tsx";

/** The picture's content as a table: every step, its formula, the student's value, the expected one, the outcome. */
export function StepTable({
	nodes,
	caption,
}: {
	nodes: StepNode[];
	caption: string;
}) {
	const t = useTranslations("steps");
	return (
		<ScrollFrame className="table-scroll" label={caption}>
			<table className="data-table">
				<caption className="visually-hidden">{caption}</caption>
				<thead>
					<tr>
						<th scope="col">{t("step")}</th>
						<th scope="col">{t("formula")}</th>
						<th scope="col">{t("yours")}</th>
						<th scope="col">{t("expected")}</th>
						<th scope="col">{t("outcome")}</th>
					</tr>
				</thead>
				<tbody>
					{nodes.map(({ id, label, status, step, actual, expected }) =>
						status === "given" ? null : (
							<tr key={id} className={`row-${status}`}>
								<th scope="row">{label}</th>
								<td>{step && <RawHtml html={step.formulaHtml} />}</td>
								<td className="number">{formatValue(actual)}</td>
								<td className="number">{formatValue(expected)}</td>
								<td>
									<span className={`outcome outcome-${status}`}>
										<Icon name={statusIcons[status]} size={14} />
										{t(status)}
									</span>
								</td>
							</tr>
						),
					)}
				</tbody>
			</table>
		</ScrollFrame>
	);
}
