/**
 * What an exercise bundle is: the schema of `exercise.json` and the roles of a bundle's files.
 * The same schema reads built-in bundles and those of instructors' own folders.
 */
import { z } from "zod";
import { type Localized, localizedSchema } from "./localized.ts";
import { picturesSchema } from "./pictures.ts";

export { type Language, type Localized, localizedSchema } from "./localized.ts";

const slugSchema = z
	.string()
	.max(60)
	.regex(
		/^[a-z0-9]+(-[a-z0-9]+)*$/,
		"expected lower-case words joined by hyphens",
	);

const mistakeNameSchema = z
	.string()
	.max(60)
	.regex(
		/^[A-Za-z0-9]+([-_][A-Za-z0-9]+)*$/,
		"expected words joined by hyphens",
	);

const checkDeclarationSchema = z.strictObject({
	id: slugSchema,
	title: localizedSchema,
	points: z.number().positive().max(1000),
	/** A visible check shows inputs and expected values to students before they submit. */
	visible: z.boolean(),
});

export const exerciseSchema = z
	.strictObject({
		schemaVersion: z.literal(1),
		slug: slugSchema,
		title: localizedSchema,
		summary: localizedSchema,
		/** Chapter number, 1 … 12; the titles stand in `exercises/chapters.ts`. */
		chapter: z.int().min(1).max(12),
		/** Position in the whole course, ascending. */
		order: z.int().min(1),
		difficulty: z.union([z.literal(1), z.literal(2), z.literal(3)]),
		minutes: z.int().min(1).max(600),
		prerequisites: z.array(slugSchema),
		/** Ids of the curriculum's facts, e.g. "NB-03". */
		sources: z.array(z.string().regex(/^[A-Z]{2}-\d\d$/)),
		checks: z.array(checkDeclarationSchema).min(1).max(40),
		/** |got − want| ≤ absolute + relative·|want|. */
		tolerance: z.strictObject({
			absolute: z.number().min(0).max(1),
			relative: z.number().min(0).max(1),
			reason: z.string().min(1),
		}),
		limits: z.strictObject({
			/** CPU milliseconds for one call, the backstop behind the counted budget. */
			cpuMs: z.int().min(10).max(10_000),
			/** Heap of one isolate. */
			heapMib: z.int().min(8).max(256),
			/** Longest encoded result of one call. */
			outputKib: z.int().min(1).max(4096),
		}),
		/** What is drawn from the visible cases and from a student's values; see `pictures.ts`. */
		pictures: picturesSchema,
		hints: z.array(
			z.strictObject({
				step: z.string().optional(),
				en: z.string(),
				zh: z.string(),
			}),
		),
		/** The sentence a student reads when the wrong version of that name is recognised. */
		wrong: z.record(mistakeNameSchema, localizedSchema),
		equivalentMutants: z.array(
			z.strictObject({
				line: z.int().min(1),
				operator: z.string(),
				reason: z.string().min(1),
			}),
		),
	})
	.superRefine((exercise, context) => {
		const ids = exercise.checks.map((check) => check.id);
		for (const [index, id] of ids.entries()) {
			if (ids.indexOf(id) !== index) {
				context.addIssue({
					code: "custom",
					path: ["checks", index, "id"],
					message: `check id "${id}" appears twice`,
				});
			}
		}
	});

/** The parsed `exercise.json`. */
export type Exercise = z.infer<typeof exerciseSchema>;
export type CheckDeclaration = Exercise["checks"][number];

/**
 * A whole bundle in memory. `wrong` maps a mistake's name to its source; `cases` is the text of `cases.ts`.
 * Example: `{ exercise, statement: { en: "# Five people…", zh: "# 五个人…" }, starter, solution, cases, wrong: { "sign": "…" } }`
 */
export interface Bundle {
	exercise: Exercise;
	statement: Localized;
	starter: string;
	solution: string;
	cases: string;
	wrong: Record<string, string>;
}

/** A fault of the exercise's author: which file and field, what was expected. Never reaches a student. */
export class BundleError extends Error {
	override readonly name = "BundleError";
	readonly file: string;
	constructor(file: string, message: string, options?: ErrorOptions) {
		super(`${file}: ${message}`, options);
		this.file = file;
	}
}
