"use client";

import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { type Ref, useMemo, useState } from "react";
import type { Language } from "../../exercises/bundle.ts";
import type { CheckResult, Verdict } from "../../grader/verdict.ts";
import { Icon } from "../components/icon.tsx";
import { RawHtml } from "../components/raw-html.tsx";
import { ScrollFrame } from "../components/scroll-frame.tsx";
import type { ExerciseView } from "../exercise/exercise-view.ts";
import type { SubmissionView } from "../submission/submission-client.ts";
import { CheckList } from "./check-list.tsx";
import { describeSteps, findFunction } from "./describe-steps.ts";
import { FailingCase } from "./failing-case.tsx";
import { FailureNotice } from "./failure-notice.tsx";
import { Receipt } from "./receipt.tsx";
import { Sentence } from "./sentence.tsx";
import { StepGraph } from "./step-graph.tsx";
import { StepTable } from "./step-table.tsx";
import { VerdictHeadline } from "./verdict-headline.tsx";

interface VerdictViewProps {
	exercise: ExerciseView;
	submission: SubmissionView;
	verdict: Verdict;
	nextExercise: { slug: string; title: string } | null;
	onRevealLine: (line: number) => void;
	headlineRef?: Ref<HTMLHeadingElement>;
}

/** A whole verdict, the most useful first: how it went, what is first wrong, where, and then the details. */
export function VerdictView(props: VerdictViewProps) {
	const {
		exercise,
		submission,
		verdict,
		nextExercise,
		onRevealLine,
		headlineRef,
	} = props;
	const t = useTranslations("verdict");
	const language = useLocale();
	const [chosenId, setChosenId] = useState<string | null>(null);
	const chosen =
		verdict.checks.find(({ id }) => id === chosenId) ?? pickCheck(verdict);

	return (
		<div className="verdict">
			<VerdictHeadline
				submission={submission}
				verdict={verdict}
				headlineRef={headlineRef}
			/>
			{verdict.status === "accepted" && nextExercise && (
				<Link
					className="button button-primary verdict-next"
					href={`/exercises/${nextExercise.slug}`}
				>
					{t("nextExercise", { title: nextExercise.title })}
					<Icon name="arrow" />
				</Link>
			)}
			{verdict.failure && (
				<FailureNotice
					failure={verdict.failure}
					status={verdict.status}
					onRevealLine={onRevealLine}
				/>
			)}
			<Diagnosis
				exercise={exercise}
				check={chosen}
				mistakes={submission.mistakes}
				language={language}
			/>
			{chosen?.shown ? (
				<>
					<ShownSteps exercise={exercise} check={chosen} />
					<FailingCase
						check={chosen}
						functions={exercise.functions}
						language={language}
					/>
				</>
			) : (
				verdict.status === "accepted" && <RightSteps exercise={exercise} />
			)}
			<CheckList
				checks={verdict.checks}
				chosenId={chosen?.shown ? chosen.id : null}
				onChoose={setChosenId}
				language={language}
			/>
			{verdict.console.length > 0 && (
				<section className="verdict-section">
					<h3>{t("console")}</h3>
					<ScrollFrame className="console" label={t("console")}>
						<pre>{verdict.console.join("\n")}</pre>
					</ScrollFrame>
				</section>
			)}
			<Receipt verdict={verdict} />
		</div>
	);
}

/** The check whose case is shown first: the one with the first wrong step, else the first that shows a case. */
function pickCheck(verdict: Verdict): CheckResult | undefined {
	const shown = verdict.checks.filter((check) => check.shown !== undefined);
	return (
		shown.find(
			({ firstWrongStep }) => firstWrongStep === verdict.firstWrongStep,
		) ?? shown[0]
	);
}

function Diagnosis({
	exercise,
	check,
	mistakes,
	language,
}: {
	exercise: ExerciseView;
	check: CheckResult | undefined;
	mistakes: SubmissionView["mistakes"];
	language: Language;
}) {
	const t = useTranslations("verdict");
	const step = exercise.functions
		.flatMap(({ steps }) => steps)
		.find(({ id }) => id === check?.firstWrongStep);
	if (!step && mistakes.length === 0) return null;
	return (
		<section className="diagnosis" aria-label={t("diagnosis")}>
			{step && (
				<div className="diagnosis-step">
					<Icon name="alert" size={20} />
					<div>
						<h3>
							{t("firstWrongStep")} <RawHtml html={step.symbolHtml} />
						</h3>
						<p className="diagnosis-formula">
							<RawHtml html={step.formulaHtml} />
						</p>
					</div>
				</div>
			)}
			{mistakes.length > 0 && (
				<div className="diagnosis-mistakes">
					<Icon name="spark" size={20} />
					<div>
						<h3>{t("recognised")}</h3>
						{mistakes.map(({ name, text }) => (
							<Sentence key={name} text={text[language]} />
						))}
					</div>
				</div>
			)}
		</section>
	);
}

function ShownSteps({
	exercise,
	check,
}: {
	exercise: ExerciseView;
	check: CheckResult;
}) {
	const t = useTranslations("steps");
	const { shown } = check;
	const nodes = useMemo(() => {
		const steps = shown?.steps ?? [];
		const graph = findFunction(
			exercise.functions,
			steps.map(({ id }) => id),
		);
		return graph === null
			? null
			: describeSteps(graph, { input: shown?.input ?? [], steps });
	}, [exercise, shown]);
	if (nodes === null) return null;
	const labelsOf = (status: string): string =>
		nodes
			.filter((node) => node.status === status)
			.map(({ label }) => label)
			.join(", ") || t("none");
	const summary = t("summary", {
		right: labelsOf("right"),
		first: labelsOf("first-wrong"),
		follow: labelsOf("follow-through"),
		missing: labelsOf("missing"),
	});
	return <StepFigure nodes={nodes} summary={summary} />;
}

function RightSteps({ exercise }: { exercise: ExerciseView }) {
	const t = useTranslations("steps");
	const nodes = useMemo(() => {
		const example = exercise.cases.find(({ steps }) => steps.length > 1);
		const graph =
			example &&
			exercise.functions.find(({ name }) => name === example.function);
		if (!example || !graph) return null;
		const steps = example.steps.map(({ id, expected }) => ({
			id,
			status: "right" as const,
			expected,
			actual: expected,
		}));
		return describeSteps(graph, { input: example.input, steps });
	}, [exercise]);
	return nodes && <StepFigure nodes={nodes} summary={t("allRight")} />;
}

function StepFigure({
	nodes,
	summary,
}: {
	nodes: Parameters<typeof StepTable>[0]["nodes"];
	summary: string;
}) {
	const t = useTranslations("steps");
	return (
		<section className="verdict-section">
			<h3>{t("title")}</h3>
			<StepGraph nodes={nodes} summary={summary} />
			<details className="step-details">
				<summary>{t("asTable")}</summary>
				<StepTable nodes={nodes} caption={t("tableCaption")} />
			</details>
		</section>
	);
}
