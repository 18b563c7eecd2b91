import type { ExerciseVersion } from "../../../db/store.ts";
import type { Exercise, Localized } from "../../../exercises/bundle.ts";

/** A published exercise of 10 minutes and 10 points that says nothing but its slug, with what a test declares instead. */
export function publish(
	slug: string,
	declared: Partial<Exercise> & { statement?: Localized } = {},
): ExerciseVersion {
	const text = { en: slug, zh: slug };
	const { statement = text, ...exercise } = declared;
	return {
		version: slug,
		slug,
		exercise: {
			schemaVersion: 1,
			slug,
			title: text,
			summary: text,
			chapter: 1,
			order: 1,
			difficulty: 1,
			minutes: 10,
			prerequisites: [],
			sources: [],
			checks: [{ id: "visible", title: text, points: 10, visible: true }],
			tolerance: { absolute: 0, relative: 0, reason: "exact" },
			limits: { cpuMs: 100, heapMib: 16, outputKib: 16 },
			pictures: [],
			hints: [],
			wrong: {},
			equivalentMutants: [],
			...exercise,
		},
		statement,
		starter: "",
		publicPart: { functions: [], cases: [] },
		publishedAt: 0,
	};
}
