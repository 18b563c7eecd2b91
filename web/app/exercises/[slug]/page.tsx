import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import type { ExerciseVersion } from "../../../../db/store.ts";
import { chapters } from "../../../../exercises/chapters.ts";
import { Icon } from "../../../components/icon.tsx";
import { findViewer } from "../../../components/viewer.ts";
import { maxPointsOf } from "../../../course/course-progress.ts";
import { Difficulty } from "../../../course/difficulty.tsx";
import { Duration } from "../../../course/duration.tsx";
import { formatPoints } from "../../../course/format-points.ts";
import { findMonacoFiles } from "../../../editor/find-monaco-files.ts";
import { viewExercise } from "../../../exercise/exercise-view.ts";
import { Statement } from "../../../exercise/statement.tsx";
import { Workbench } from "../../../exercise/workbench.tsx";
import { renderStatement } from "../../../markdown/render-markdown.ts";
import { getStore } from "../../../server/store.ts";

interface PageProps {
	params: Promise<{ slug: string }>;
}

const findVersion = cache(
	async (slug: string): Promise<ExerciseVersion | null> =>
		(await getStore()).findExercise(slug),
);

/** The exercise's own title. */
export async function generateMetadata({
	params,
}: PageProps): Promise<Metadata> {
	const [{ slug }, language] = await Promise.all([params, getLocale()]);
	const version = await findVersion(slug);
	return version === null
		? {}
		: {
				title: version.exercise.title[language],
				description: version.exercise.summary[language],
			};
}

/** One exercise: statement, visible cases, hints and attempts beside the editor. */
export default async function ExercisePage({ params }: PageProps) {
	const [{ slug }, store, viewer, language] = await Promise.all([
		params,
		getStore(),
		findViewer(),
		getLocale(),
	]);
	const version = await findVersion(slug);
	if (version === null) notFound();

	const [draft, submissions, versions] = await Promise.all([
		viewer === null ? null : store.findDraft(viewer.userId, slug),
		viewer === null ? [] : store.listSubmissions(viewer.userId, slug),
		store.listExercises(),
	]);
	const following =
		versions[versions.findIndex((one) => one.slug === slug) + 1];
	const attempts = submissions.map((submission) => ({
		id: submission.submissionId,
		attempt: submission.attempt,
		status: submission.status,
		points: submission.verdict?.points ?? null,
		maxPoints: submission.verdict?.maxPoints ?? maxPointsOf(version),
		createdAt: submission.createdAt,
	}));

	return (
		<main className="workbench-page" id="main" tabIndex={-1}>
			<Workbench
				key={slug}
				exercise={viewExercise(version, language)}
				heading={<Heading version={version} />}
				statement={
					<Statement
						html={renderStatement(version.statement[language], language)}
					/>
				}
				userId={viewer?.userId ?? null}
				draft={draft}
				attempts={attempts}
				nextExercise={
					following
						? {
								slug: following.slug,
								title: following.exercise.title[language],
							}
						: null
				}
				monacoFiles={findMonacoFiles()}
			/>
		</main>
	);
}

async function Heading({
	version: { exercise, ...version },
}: {
	version: ExerciseVersion;
}) {
	const [t, print, language] = await Promise.all([
		getTranslations("course"),
		getTranslations("print"),
		getLocale(),
	]);
	const chapter = chapters.find(({ number }) => number === exercise.chapter);
	return (
		<header className="exercise-heading">
			<p className="exercise-chapter">
				<Link href="/">
					<Icon name="back" size={14} />
					{t("chapter", { number: exercise.chapter })}
					{chapter && ` · ${chapter.title[language]}`}
				</Link>
			</p>
			<h1>{exercise.title[language]}</h1>
			<ul className="exercise-facts">
				<li>
					<Difficulty level={exercise.difficulty} />
				</li>
				<li>
					<Icon name="clock" size={14} />{" "}
					<Duration minutes={exercise.minutes} />
				</li>
				<li>
					{t("points", {
						points: formatPoints(maxPointsOf({ exercise, ...version })),
					})}
				</li>
				<li className="print-link">
					<Link href={`/exercises/${exercise.slug}/print`} prefetch={false}>
						<Icon name="print" size={14} /> {print("view")}
					</Link>
				</li>
			</ul>
		</header>
	);
}
