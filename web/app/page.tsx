import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { Icon } from "../components/icon.tsx";
import { ProgressRing } from "../components/progress-ring.tsx";
import { findViewer } from "../components/viewer.ts";
import { ChapterSection } from "../course/chapter-section.tsx";
import { CourseContents } from "../course/course-contents.tsx";
import {
	type CourseProgress,
	describeCourse,
} from "../course/course-progress.ts";
import { Duration } from "../course/duration.tsx";
import { formatPoints } from "../course/format-points.ts";
import { HeroPicture } from "../course/hero-picture.tsx";
import { getStore } from "../server/store.ts";

/** The course: chapters, exercises, and how far the reader is. Works without JavaScript. */
export default async function CoursePage() {
	const [store, viewer, t] = await Promise.all([
		getStore(),
		findViewer(),
		getTranslations("course"),
	]);
	const [versions, scores] = await Promise.all([
		store.listExercises(),
		viewer === null ? [] : store.listScores(viewer.userId),
	]);
	const course = describeCourse(versions, scores);

	return (
		<main className="page" id="main" tabIndex={-1}>
			<section className="hero">
				<div className="hero-text">
					<h1>{t("title")}</h1>
					<p className="hero-lead">{t("lead")}</p>
					<NextStep course={course} />
					{course.exercises > 0 && scores.length === 0 && (
						<p className="hero-extent">
							{t.rich("extent", {
								chapters: course.chapters.length,
								exercises: course.exercises,
								time: () => <Duration minutes={course.minutes} />,
							})}
						</p>
					)}
				</div>
				{scores.length > 0 ? <Progress course={course} /> : <HeroPicture />}
			</section>
			{course.chapters.length === 0 ? (
				<div className="empty-state">
					<h2>{t("emptyTitle")}</h2>
					<p>{t("emptyText")}</p>
				</div>
			) : (
				<div className="course">
					<CourseContents chapters={course.chapters} />
					<div className="course-chapters">
						{course.chapters.map((chapter) => (
							<ChapterSection
								key={chapter.chapter.number}
								chapter={chapter}
								nextSlug={course.next?.version.slug ?? null}
							/>
						))}
					</div>
				</div>
			)}
		</main>
	);
}

async function NextStep({ course }: { course: CourseProgress }) {
	const [t, language] = await Promise.all([
		getTranslations("course"),
		getLocale(),
	]);
	if (course.exercises === 0) return null;
	if (course.next === null)
		return <p className="hero-done">{t("allSolved")}</p>;
	const { version } = course.next;
	const isFirst = course.points === 0 && course.next.state === "untouched";
	return (
		<p className="hero-action">
			<Link
				className="button button-primary button-large"
				href={`/exercises/${version.slug}`}
			>
				{isFirst
					? t("startWith", { title: version.exercise.title[language] })
					: t("continueWith", { title: version.exercise.title[language] })}
				<Icon name="arrow" size={18} />
			</Link>
		</p>
	);
}

async function Progress({ course }: { course: CourseProgress }) {
	const t = await getTranslations("course");
	return (
		<section className="progress-card" aria-labelledby="progress-title">
			<ProgressRing
				share={course.maxPoints === 0 ? 0 : course.points / course.maxPoints}
				size={112}
			>
				<tspan className="ring-number">
					{Math.floor((100 * course.points) / (course.maxPoints || 1))}
				</tspan>
				<tspan className="ring-unit" dx="2">
					%
				</tspan>
			</ProgressRing>
			<div>
				<h2 id="progress-title">{t("progress")}</h2>
				<p>
					{t("progressSolved", {
						solved: course.solved,
						total: course.exercises,
					})}
				</p>
				<p>
					{t("progressPoints", {
						points: formatPoints(course.points),
						maxPoints: formatPoints(course.maxPoints),
					})}
				</p>
				{course.minutesLeft > 0 && (
					<p>
						{t.rich("timeLeft", {
							time: () => <Duration minutes={course.minutesLeft} />,
						})}
					</p>
				)}
			</div>
		</section>
	);
}
