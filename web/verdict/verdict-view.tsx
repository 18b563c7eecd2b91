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
import { VerdictPictures } from "../pictures/picture-list.tsx";
import type { SubmissionView } from "../submission/submission-client.ts";
import { CheckList } from "./check-list.tsx";
import {
	describeParts,
	findCalledFunction,
	type StepPart,
} from "./describe-steps.ts";
import { FailingCase } from "./failing-case.tsx";
import { FailureNotice } from "./failure-notice.tsx";
import { Receipt } from "./receipt.tsx";
import { Sentence } from "./sentence.tsx";
import { StepFigure } from "./step-figure.tsx";
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

	const graph = chosen ? findCalledFunction(exercise, chosen) : null;
	const parts = useMemo(() => {
		if (graph === null || !chosen?.shown?.steps) return null;
		const { input, steps } = chosen.shown;
		return describeParts(graph, { input, steps });
	}, [graph, chosen]);

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
			<FailureNotice
				verdict={verdict}
				language={language}
				onRevealLine={onRevealLine}
			/>
			<Diagnosis
				exercise={exercise}
				parts={parts}
				check={chosen}
				verdict={verdict}
				mistakes={submission.mistakes}
				language={language}
			/>
			{chosen?.shown ? (
				<>
					{parts && <StepFigure key={chosen.id} parts={parts} />}
					{/* Without steps it is no value that was compared, but an error or a derivative. */}
					{graph && parts && (
						<VerdictPictures
							key={`pictures ${chosen.id}`}
							exercise={exercise}
							functionName={graph.name}
							shown={chosen.shown}
						/>
					)}
					<FailingCase check={chosen} graph={graph} language={language} />
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
	parts,
	check,
	verdict,
	mistakes,
	language,
}: {
	exercise: ExerciseView;
	parts: StepPart[] | null;
	check: CheckResult | undefined;
	verdict: Verdict;
	mistakes: SubmissionView["mistakes"];
	language: Language;
}) {
	const t = useTranslations("verdict");
	const firstWrong = check?.firstWrongStep ?? verdict.firstWrongStep;
	const step =
		parts
			?.flatMap(({ nodes }) => nodes)
			.find(({ status }) => status === "first-wrong")?.step ??
		exercise.functions
			.flatMap(({ steps }) => steps)
			.find(({ id }) => id === firstWrong);
	const sentences = mistakes.map(({ name, text }) => ({
		name,
		text: text[language],
	}));
	if (firstWrong === undefined && sentences.length === 0) return null;
	return (
		<section className="diagnosis" aria-label={t("diagnosis")}>
			{firstWrong !== undefined && (
				<div className="diagnosis-step">
					<Icon name="alert" size={20} />
					<div>
						<h3>
							{t("firstWrongStep")}{" "}
							{step ? (
								<RawHtml html={step.symbolHtml} />
							) : (
								<code>{firstWrong}</code>
							)}
						</h3>
						{step && (
							<p className="diagnosis-formula">
								<RawHtml html={step.formulaHtml} />
							</p>
						)}
					</div>
				</div>
			)}
			{sentences.length > 0 && (
				<div className="diagnosis-mistakes">
					<Icon name="spark" size={20} />
					<div>
						<h3>{t("recognised")}</h3>
						{sentences.map(({ name, text }) => (
							<Sentence key={name} text={text} />
						))}
					</div>
				</div>
			)}
		</section>
	);
}

/** After success: the first visible case, every step right. */
function RightSteps({ exercise }: { exercise: ExerciseView }) {
	const parts = useMemo(() => {
		const example = exercise.cases.find(({ steps }) => steps.length > 1);
		const graph = exercise.functions.find(
			({ name }) => name === example?.function,
		);
		if (!example || !graph) return null;
		const steps = example.steps.map((step) => ({
			...step,
			status: "right" as const,
			actual: step.expected,
		}));
		return describeParts(graph, { input: example.input, steps });
	}, [exercise]);
	return parts && <StepFigure parts={parts} />;
}
