import type { ExerciseVersion, Score } from "../../db/store.ts";
import { chapters } from "../../exercises/chapters.ts";

/** How far a student is with one exercise. */
export type ExerciseState = "untouched" | "started" | "solved";

/** One exercise of the course page with the student's part in it. */
export interface CourseEntry {
	version: ExerciseVersion;
	maxPoints: number;
	points: number;
	attempts: number;
	state: ExerciseState;
	reachedAt: number;
}

export interface CourseChapter {
	chapter: (typeof chapters)[number];
	entries: CourseEntry[];
	solved: number;
	isBegun: boolean;
	/** The authors' estimates for all its exercises, in minutes. */
	minutes: number;
	/** The same for the exercises not solved yet. */
	minutesLeft: number;
}

export interface CourseProgress {
	chapters: CourseChapter[];
	exercises: number;
	solved: number;
	points: number;
	maxPoints: number;
	minutes: number;
	minutesLeft: number;
	/** The exercise begun last and not solved, else the first untouched one; null when all are solved or none exists. */
	next: CourseEntry | null;
}

/** The most points an exercise can give: the sum over its checks. */
export function maxPointsOf(version: ExerciseVersion): number {
	return version.exercise.checks.reduce((sum, check) => sum + check.points, 0);
}

/**
 * Joins the published exercises with a student's scores, by chapter; chapters without exercises are left out.
 *
 * @param versions in course order, as the store lists them
 */
export function describeCourse(
	versions: ExerciseVersion[],
	scores: Score[],
): CourseProgress {
	const scoreOf = new Map(scores.map((score) => [score.slug, score]));
	const entries = versions.map((version): CourseEntry => {
		const score = scoreOf.get(version.slug);
		return {
			version,
			maxPoints: maxPointsOf(version),
			points: score?.points ?? 0,
			attempts: score?.attempts ?? 0,
			state:
				score === undefined
					? "untouched"
					: score.status === "accepted"
						? "solved"
						: "started",
			reachedAt: score?.reachedAt ?? 0,
		};
	});

	const begun = entries
		.filter(({ state }) => state === "started")
		.sort((one, other) => other.reachedAt - one.reachedAt);
	return {
		chapters: chapters
			.map((chapter) => {
				const own = entries.filter(
					({ version }) => version.exercise.chapter === chapter.number,
				);
				return {
					chapter,
					entries: own,
					solved: own.filter(isSolved).length,
					isBegun: own.some(({ state }) => state !== "untouched"),
					minutes: sumMinutes(own),
					minutesLeft: sumMinutes(own.filter((entry) => !isSolved(entry))),
				};
			})
			.filter(({ entries: own }) => own.length > 0),
		exercises: entries.length,
		solved: entries.filter(isSolved).length,
		points: entries.reduce((sum, entry) => sum + entry.points, 0),
		maxPoints: entries.reduce((sum, entry) => sum + entry.maxPoints, 0),
		minutes: sumMinutes(entries),
		minutesLeft: sumMinutes(entries.filter((entry) => !isSolved(entry))),
		next:
			begun[0] ?? entries.find(({ state }) => state === "untouched") ?? null,
	};
}

function isSolved({ state }: CourseEntry): boolean {
	return state === "solved";
}

function sumMinutes(entries: CourseEntry[]): number {
	return entries.reduce(
		(sum, { version }) => sum + version.exercise.minutes,
		0,
	);
}
