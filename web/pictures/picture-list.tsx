"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import type { ShownCase } from "../../grader/verdict.ts";
import type { ExerciseView } from "../exercise/exercise-view.ts";
import { pictureCasesOf, shownPictureCase } from "./picture-cases.ts";
import { PictureFigure } from "./picture-figure.tsx";

/** The pictures of an exercise, drawn from its visible cases. */
export function ExercisePictures({ exercise }: { exercise: ExerciseView }) {
	const t = useTranslations("pictures");
	const prepared = useMemo(
		() =>
			exercise.pictures
				.map((picture, index) => ({
					id: `${index} ${picture.kind}`,
					picture,
					cases: pictureCasesOf(exercise, picture.function),
				}))
				.filter(({ cases }) => cases.length > 0),
		[exercise],
	);
	if (prepared.length === 0) return null;
	return (
		<section className="pictures" aria-label={t("title")}>
			{prepared.map(({ id, picture, cases }) => (
				<PictureFigure
					key={id}
					picture={picture}
					graph={
						exercise.functions.find(({ name }) => name === picture.function) ??
						null
					}
					cases={cases}
				/>
			))}
		</section>
	);
}

/** The pictures of the function that a failing case calls, with the student's own values over the expected ones. */
export function VerdictPictures({
	exercise,
	functionName,
	shown,
}: {
	exercise: ExerciseView;
	functionName: string;
	shown: ShownCase;
}) {
	const t = useTranslations("pictures");
	const one = useMemo(
		() => [shownPictureCase(exercise, functionName, shown)],
		[exercise, functionName, shown],
	);
	// The step graph is drawn above already, with every step's outcome.
	const pictures = exercise.pictures
		.map((picture, index) => ({ id: `${index} ${picture.kind}`, picture }))
		.filter(
			({ picture }) =>
				picture.function === functionName &&
				!(picture.kind === "graph" && picture.nodes === undefined),
		);
	if (pictures.length === 0) return null;
	return (
		<section className="verdict-section">
			<h3>{t("title")}</h3>
			<div className="pictures">
				{pictures.map(({ id, picture }) => (
					<PictureFigure key={id} picture={picture} graph={null} cases={one} />
				))}
			</div>
		</section>
	);
}
