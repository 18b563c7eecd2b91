import type { Language } from "../../exercises/bundle.ts";
import type { CourseProgress } from "../course/course-progress.ts";

/** `ready` is not begun with everything it builds on solved, `open` is not begun otherwise; nothing is ever locked. */
export const mapStates = ["solved", "begun", "ready", "open"] as const;
export type MapState = (typeof mapStates)[number];

/** One exercise on the map of the course. */
export interface MapNode {
	slug: string;
	title: string;
	chapter: number;
	state: MapState;
	/** Slugs of the published exercises it builds on. */
	buildsOn: string[];
}

/** Tells for each exercise what it builds on and where the student stands; what is not published counts for nothing. */
export function describeMap(
	{ chapters }: CourseProgress,
	language: Language,
): MapNode[] {
	const entries = chapters.flatMap((chapter) => chapter.entries);
	const stateOf = new Map(
		entries.map(({ version, state }) => [version.slug, state]),
	);
	return entries.map(({ version: { slug, exercise }, state }): MapNode => {
		const buildsOn = exercise.prerequisites.filter((one) => stateOf.has(one));
		const isReady = buildsOn.every((one) => stateOf.get(one) === "solved");
		return {
			slug,
			title: exercise.title[language],
			chapter: exercise.chapter,
			state:
				state === "untouched"
					? isReady
						? "ready"
						: "open"
					: state === "started"
						? "begun"
						: "solved",
			buildsOn,
		};
	});
}
