import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { findViewer } from "../../components/viewer.ts";
import { describeCourse } from "../../course/course-progress.ts";
import { CourseList } from "../../map/course-list.tsx";
import { CoursePicture } from "../../map/course-picture.tsx";
import { describeMap, mapStates } from "../../map/describe-map.ts";
import { MapFrame } from "../../map/map-frame.tsx";
import { StateMark } from "../../map/state-mark.tsx";
import { getStore } from "../../server/store.ts";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("map");
	return { title: t("title"), description: t("lead") };
}

/** What builds on what, as a picture and as a list. Works without JavaScript. */
export default async function MapPage() {
	const [store, viewer, t, course, language] = await Promise.all([
		getStore(),
		findViewer(),
		getTranslations("map"),
		getTranslations("course"),
		getLocale(),
	]);
	const [versions, scores] = await Promise.all([
		store.listExercises(),
		viewer === null ? [] : store.listScores(viewer.userId),
	]);
	const progress = describeCourse(versions, scores);
	const nodes = describeMap(progress, language);

	return (
		<main className="page map-page" id="main" tabIndex={-1}>
			<header className="page-header">
				<div>
					<h1>{t("title")}</h1>
					<p className="page-lead">{t("lead")}</p>
				</div>
			</header>
			{nodes.length === 0 ? (
				<div className="empty-state">
					<h2>{course("emptyTitle")}</h2>
					<p>{course("emptyText")}</p>
				</div>
			) : (
				<>
					<ul className="map-legend" aria-label={t("legend")}>
						{mapStates.map((state) => (
							<li key={state}>
								<StateMark state={state} />
								<span>
									<strong>{t(`state.${state}`)}</strong> {t(`explain.${state}`)}
								</span>
							</li>
						))}
					</ul>
					<p>
						<Link className="map-skip" href="#list">
							{t("skip")}
						</Link>
					</p>
					<MapFrame label={t("picture")}>
						<CoursePicture
							nodes={nodes}
							nextSlug={progress.next?.version.slug ?? null}
						/>
					</MapFrame>
					<section className="map-list-section" aria-labelledby="list">
						<h2 id="list">{t("listTitle")}</h2>
						<CourseList nodes={nodes} />
					</section>
				</>
			)}
		</main>
	);
}
