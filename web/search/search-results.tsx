import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import type { Language } from "../../exercises/bundle.ts";
import type { Term } from "../../exercises/glossary.ts";
import { RawHtml } from "../components/raw-html.tsx";
import type { CourseProgress } from "../course/course-progress.ts";
import { Difficulty } from "../course/difficulty.tsx";
import { Duration } from "../course/duration.tsx";
import { formatPoints } from "../course/format-points.ts";
import { renderSentence } from "../markdown/render-markdown.ts";
import { MarkedText } from "./marked-text.tsx";
import type { FoundExercise } from "./search-course.ts";

/** The terms found, with their explanations. */
export async function TermResults({
	terms,
	words,
}: {
	terms: Term[];
	words: string[];
}) {
	const [t, language] = await Promise.all([
		getTranslations("search"),
		getLocale(),
	]);
	const other = language === "en" ? "zh" : "en";
	return (
		<section className="results" aria-labelledby="found-terms">
			<h2 id="found-terms">{t("terms")}</h2>
			<ul className="found-terms">
				{terms.map(({ id, term, text }) => (
					<li key={id}>
						<h3>
							<Link href={`/glossary#${id}`} prefetch={false}>
								<MarkedText text={term[language]} words={words} />
							</Link>{" "}
							<span className="term-translation" lang={tagOf(other)}>
								<MarkedText text={term[other]} words={words} />
							</span>
						</h3>
						<RawHtml
							as="div"
							className="found-text"
							html={renderSentence(text[language])}
						/>
					</li>
				))}
			</ul>
		</section>
	);
}

/** The exercises found: where they belong, the words in their place, and the student's points. */
export async function ExerciseResults({
	exercises,
	words,
	course,
}: {
	exercises: FoundExercise[];
	words: string[];
	course: CourseProgress;
}) {
	const [t, courseText, language] = await Promise.all([
		getTranslations("search"),
		getTranslations("course"),
		getLocale(),
	]);
	const entries = new Map(
		course.chapters.flatMap(({ chapter, entries: own }) =>
			own.map((entry) => [entry.version.slug, { chapter, entry }] as const),
		),
	);
	const other = language === "en" ? "zh" : "en";
	return (
		<section className="results" aria-labelledby="found-exercises">
			<h2 id="found-exercises">{t("exercises")}</h2>
			<ol className="found-exercises">
				{exercises.map(
					({ version: { slug, exercise }, otherTitle, excerpt }) => {
						const place = entries.get(slug);
						return (
							<li key={slug}>
								{place && (
									<p className="found-chapter">
										{courseText("chapter", { number: place.chapter.number })}
										{" · "}
										{place.chapter.title[language]}
									</p>
								)}
								<h3>
									<Link href={`/exercises/${slug}`} prefetch={false}>
										<MarkedText text={exercise.title[language]} words={words} />
									</Link>
									{otherTitle !== null && (
										<>
											{" "}
											<span className="term-translation" lang={tagOf(other)}>
												<MarkedText text={otherTitle} words={words} />
											</span>
										</>
									)}
								</h3>
								<p
									className="found-text"
									lang={
										excerpt.language === language
											? undefined
											: tagOf(excerpt.language)
									}
								>
									<MarkedText text={excerpt.text} words={words} />
								</p>
								<ul className="found-facts">
									<li>
										<Difficulty level={exercise.difficulty} />
									</li>
									<li>
										<Duration minutes={exercise.minutes} />
									</li>
									{place && (
										<li>
											{place.entry.state !== "untouched" &&
												`${courseText(place.entry.state)}: ${formatPoints(place.entry.points)} / `}
											{courseText("points", {
												points: formatPoints(place.entry.maxPoints),
											})}
										</li>
									)}
								</ul>
							</li>
						);
					},
				)}
			</ol>
		</section>
	);
}

function tagOf(language: Language): string {
	return language === "zh" ? "zh-Hans" : "en";
}
