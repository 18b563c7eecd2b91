import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { Icon } from "../components/icon.tsx";
import type { CourseChapter, CourseEntry } from "./course-progress.ts";
import { Difficulty } from "./difficulty.tsx";
import { Duration } from "./duration.tsx";
import { formatPoints } from "./format-points.ts";

/** One chapter of the course page: its goal, how far the student is, and its exercises as links of a chain. */
export async function ChapterSection({
	chapter: { chapter, entries, solved, isBegun, minutes, minutesLeft },
	nextSlug,
}: {
	chapter: CourseChapter;
	/** The exercise that the page offers next. */
	nextSlug: string | null;
}) {
	const [t, language] = await Promise.all([
		getTranslations("course"),
		getLocale(),
	]);
	const titleId = `chapter-${chapter.number}`;
	return (
		<section
			className={`chapter${minutesLeft === 0 ? " chapter-done" : ""}`}
			aria-labelledby={titleId}
		>
			<header className="chapter-header">
				<p className="chapter-number">
					{t("chapter", { number: chapter.number })}
				</p>
				<h2 id={titleId}>{chapter.title[language]}</h2>
				<p className="chapter-goal">{chapter.goal[language]}</p>
				<ul className="chapter-facts">
					<li>
						<Icon name="check" size={14} />{" "}
						{t("chapterSolved", { solved, total: entries.length })}
					</li>
					<li>
						<Icon name="clock" size={14} /> <Duration minutes={minutes} />
						{isBegun && minutesLeft > 0 && (
							<>
								{" · "}
								{t.rich("timeLeft", {
									time: () => <Duration minutes={minutesLeft} />,
								})}
							</>
						)}
					</li>
				</ul>
				{isBegun && (
					<div className="bar" aria-hidden="true">
						<span
							style={{ inlineSize: `${(100 * solved) / entries.length}%` }}
						/>
					</div>
				)}
			</header>
			<ol className="chain">
				{entries.map((entry) => (
					<ExerciseLink
						key={entry.version.slug}
						entry={entry}
						isNext={entry.version.slug === nextSlug}
					/>
				))}
			</ol>
		</section>
	);
}

async function ExerciseLink({
	entry,
	isNext,
}: {
	entry: CourseEntry;
	isNext: boolean;
}) {
	const [t, language] = await Promise.all([
		getTranslations("course"),
		getLocale(),
	]);
	const { exercise, slug } = entry.version;
	return (
		<li
			className={`chain-link chain-${entry.state}${isNext ? " chain-next" : ""}`}
		>
			<span className="chain-node" aria-hidden="true">
				{entry.state === "solved" && <Icon name="check" size={14} />}
			</span>
			<article className="exercise-card">
				<div className="exercise-card-text">
					<h3>
						<Link href={`/exercises/${slug}`}>{exercise.title[language]}</Link>
						{isNext && <span className="next-tag">{t("next")}</span>}
					</h3>
					<p>{exercise.summary[language]}</p>
				</div>
				<ul className="exercise-card-facts">
					<li>
						<Difficulty level={exercise.difficulty} />
					</li>
					<li>
						<Icon name="clock" size={14} />{" "}
						<Duration minutes={exercise.minutes} />
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
