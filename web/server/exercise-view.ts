import type { z } from "zod";
import type { ExerciseVersion, Store } from "../../db/store.ts";
import type {
	exerciseDetailSchema,
	exerciseSummarySchema,
} from "./api-schemas.ts";
import { Problem } from "./problem.ts";

/** Gives the current version of an exercise. @throws Problem 404 */
export async function getExercise(
	store: Store,
	slug: string,
): Promise<ExerciseVersion> {
	const found = await store.findExercise(slug);
	if (found === null) {
		throw new Problem("not-found", `There is no exercise "${slug}".`);
	}
	return found;
}

/** What a list of exercises shows of one. */
export function summarizeExercise(
	found: ExerciseVersion,
): z.infer<typeof exerciseSummarySchema> {
	const { exercise, version } = found;
	return {
		slug: exercise.slug,
		title: exercise.title,
		summary: exercise.summary,
		chapter: exercise.chapter,
		order: exercise.order,
		difficulty: exercise.difficulty,
		minutes: exercise.minutes,
		prerequisites: exercise.prerequisites,
		version,
		maxPoints: exercise.checks.reduce((sum, { points }) => sum + points, 0),
	};
}

/** All that a student may know of an exercise: not the sentences of its wrong versions, which would give them away. */
export function describeExercise(
	found: ExerciseVersion,
): z.infer<typeof exerciseDetailSchema> {
	const { exercise, statement, starter, publicPart } = found;
	return {
		...summarizeExercise(found),
		checks: exercise.checks,
		tolerance: exercise.tolerance,
		limits: exercise.limits,
		pictures: exercise.pictures,
		hints: exercise.hints,
		statement,
		starter,
		publicPart,
	};
}
