import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { Icon } from "../components/icon.tsx";
import type { CourseChapter, CourseEntry } from "./course-progress.ts";
import { Difficulty } from "./difficulty.tsx";
import { formatPoints } from "./format-points.ts";

/** One chapter of the course page: its exercises as links of a chain. */
export async function ChapterSection({
	chapter: { chapter, entries, solved },
}: {
	chapter: CourseChapter;
}) {
	const [t, language] = await Promise.all([
		getTranslations("course"),
		getLocale(),
	]);
	const titleId = `chapter-${chapter.number}`;
	return (
		<section className="chapter" aria-labelledby={titleId}>
			<header className="chapter-header">
				<p className="chapter-number">
					{t("chapter", { number: chapter.number })}
				</p>
				<h2 id={titleId}>{chapter.title[language]}</h2>
				<p className="chapter-solved">
					{t("chapterSolved", { solved, total: entries.length })}
				</p>
			</header>
			<ol className="chain">
				{entries.map((entry) => (
					<ExerciseLink key={entry.version.slug} entry={entry} />
				))}
			</ol>
		</section>
	);
}

async function ExerciseLink({ entry }: { entry: CourseEntry }) {
	const [t, language] = await Promise.all([
		getTranslations("course"),
		getLocale(),
	]);
	const { exercise, slug } = entry.version;
	return (
		<li className={`chain-link chain-${entry.state}`}>
			<span className="chain-node" aria-hidden="true">
				{entry.state === "solved" && <Icon name="check" size={14} />}
			</span>
			<article className="exercise-card">
				<div className="exercise-card-text">
					<h3>
						<Link href={`/exercises/${slug}`}>{exercise.title[language]}</Link>
					</h3>
					<p>{exercise.summary[language]}</p>
				</div>
				<ul className="exercise-card-facts">
					<li>
						<Difficulty level={exercise.difficulty} />
					</li>
					<li>
						<Icon name="clock" size={14} />{" "}
						{t("minutes", { minutes: exercise.minutes })}
					</li>
					<li className="exercise-card-points">
						{entry.state === "untouched" ? (
							t("pointsToEarn", { points: formatPoints(entry.maxPoints) })
						) : (
							<>
								<span className="visually-hidden">{t(entry.state)}. </span>
								<strong>{formatPoints(entry.points)}</strong>
								{` / ${t("points", { points: formatPoints(entry.maxPoints) })}`}
							</>
						)}
					</li>
				</ul>
				{entry.state !== "untouched" && (
					<div className="bar" aria-hidden="true">
						<span
							style={{
								inlineSize: `${Math.min(100, (100 * entry.points) / entry.maxPoints)}%`,
							}}
						/>
					</div>
				)}
			</article>
		</li>
	);
}
