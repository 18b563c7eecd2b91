import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import type { ExerciseVersion } from "../../../../../db/store.ts";
import { chapters } from "../../../../../exercises/chapters.ts";
import { Icon } from "../../../../components/icon.tsx";
import { RawHtml } from "../../../../components/raw-html.tsx";
import { maxPointsOf } from "../../../../course/course-progress.ts";
import { Difficulty } from "../../../../course/difficulty.tsx";
import { Duration } from "../../../../course/duration.tsx";
import { formatPoints } from "../../../../course/format-points.ts";
import { CaseList } from "../../../../exercise/case-list.tsx";
import {
	type ExerciseView,
	viewExercise,
} from "../../../../exercise/exercise-view.ts";
import { Statement } from "../../../../exercise/statement.tsx";
import { renderMarkdown } from "../../../../markdown/render-markdown.ts";
import { PrintButton } from "../../../../print/print-button.tsx";
import { getStore } from "../../../../server/store.ts";

interface PageProps {
	params: Promise<{ slug: string }>;
}

const findVersion = cache(
	async (slug: string): Promise<ExerciseVersion | null> =>
		(await getStore()).findExercise(slug),
);

export async function generateMetadata({
	params,
}: PageProps): Promise<Metadata> {
	const [{ slug }, language, t] = await Promise.all([
		params,
		getLocale(),
		getTranslations("print"),
	]);
	const version = await findVersion(slug);
	return version === null
		? {}
		: { title: t("title", { title: version.exercise.title[language] }) };
}

/** An exercise as a sheet of paper, black on white in either theme: statement with its signatures, visible cases, hints folded away. */
export default async function PrintPage({ params }: PageProps) {
	const [{ slug }, t, language] = await Promise.all([
		params,
		getTranslations("print"),
		getLocale(),
	]);
	const version = await findVersion(slug);
	if (version === null) notFound();
	const view = viewExercise(version, language);

	return (
		<main className="print-page" id="main" tabIndex={-1}>
			<div className="print-tools">
				<Link className="button" href={`/exercises/${slug}`}>
					<Icon name="back" /> {t("back")}
				</Link>
				<PrintButton />
				<p>{t("lead")}</p>
			</div>
			<article className="sheet">
				<SheetHeading version={version} />
				{/* Without links: on paper they lead nowhere. */}
				<Statement html={renderMarkdown(version.statement[language])} />
				<section className="sheet-cases" aria-labelledby="cases">
					<h2 id="cases">{t("cases")}</h2>
					<CaseList cases={view.cases} functions={view.functions} />
				</section>
				<Hints hints={view.hints} />
				<details className="sheet-fold">
					<summary>{t("starter")}</summary>
					<pre>
						<code>{version.starter}</code>
					</pre>
				</details>
			</article>
		</main>
	);
}

async function SheetHeading({ version }: { version: ExerciseVersion }) {
	const [t, language] = await Promise.all([
		getTranslations("course"),
		getLocale(),
	]);
	const { exercise } = version;
	const chapter = chapters.find(({ number }) => number === exercise.chapter);
	return (
		<header className="sheet-heading">
			<p>
				{t("chapter", { number: exercise.chapter })}
				{chapter && ` · ${chapter.title[language]}`}
			</p>
			<h1>{exercise.title[language]}</h1>
			<ul>
				<li>
					<Difficulty level={exercise.difficulty} />
				</li>
				<li>
					<Duration minutes={exercise.minutes} />
				</li>
				<li>{t("points", { points: formatPoints(maxPointsOf(version)) })}</li>
			</ul>
		</header>
	);
}

async function Hints({ hints }: Pick<ExerciseView, "hints">) {
	const [t, hint] = await Promise.all([
		getTranslations("print"),
		getTranslations("hints"),
	]);
	if (hints.length === 0) return null;
	return (
		<section className="sheet-hints" aria-labelledby="hints">
			<h2 id="hints">{t("hints")}</h2>
			{hints.map(({ about, html }, index) => (
				<details key={html} className="sheet-fold">
					<summary>
						{about === null
							? hint("hint", { number: index + 1 })
							: hint("hintAbout", { number: index + 1, about })}
					</summary>
					<RawHtml as="div" html={html} />
				</details>
			))}
		</section>
	);
}
