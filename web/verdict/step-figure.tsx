"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import type { StepPart } from "./describe-steps.ts";
import { StepGraph } from "./step-graph.tsx";
import { StepTable } from "./step-table.tsx";

/** The picture of one case and the table that says the same; along a run, one part at a time. */
export function StepFigure({ parts }: { parts: StepPart[] }) {
	const t = useTranslations("steps");
	const id = useId();
	const [chosenPlace, setChosenPlace] = useState<string | null>(null);
	// A run that ended too early has no wrong value anywhere: there the first part with something missing is it.
	const firstWrong =
		parts.find(({ nodes }) =>
			nodes.some(({ status }) => status === "first-wrong"),
		) ?? parts.find((part) => !isAllRight(part));
	const chosen =
		parts.find(({ place }) => place === chosenPlace) ?? firstWrong ?? parts[0];
	if (chosen === undefined) return null;

	const nameOf = ({ round }: StepPart): string =>
		round === null ? t("result") : t("round", { round });
	const stateOf = (part: StepPart): string => {
		if (part === firstWrong) return t("first-wrong");
		return isAllRight(part) ? t("right") : t("afterwards");
	};
	const labelsOf = (status: string): string =>
		chosen.nodes
			.filter((node) => node.status === status)
			.map(({ label }) => label)
			.join(", ") || t("none");
	const summary = t("summary", {
		right: labelsOf("right"),
		first: labelsOf("first-wrong"),
		follow: labelsOf("follow-through"),
		missing: labelsOf("missing"),
	});

	return (
		<section className="verdict-section">
			<div className="step-heading">
				<h3>{t("title")}</h3>
				{parts.length > 1 && (
					<>
						<label className="visually-hidden" htmlFor={id}>
							{t("part")}
						</label>
						<select
							className="select select-small"
							id={id}
							value={chosen.place}
							onChange={({ target }) => setChosenPlace(target.value)}
						>
							{parts.map((part) => (
								<option key={part.place} value={part.place}>
									{nameOf(part)} · {stateOf(part)}
								</option>
							))}
						</select>
					</>
				)}
			</div>
			<StepGraph nodes={chosen.nodes} summary={summary} />
			<details className="step-details">
				<summary>{t("asTable")}</summary>
				<StepTable nodes={chosen.nodes} caption={t("tableCaption")} />
			</details>
		</section>
	);
}

function isAllRight({ nodes }: StepPart): boolean {
	return nodes.every(
		({ status }) =>
			status === "right" || status === "given" || status === "inner",
	);
}
