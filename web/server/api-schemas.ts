/**
 * The shapes of the HTTP API: what handlers parse with and what `openapi.json` is made from. Change them only by adding.
 * Times are UTC milliseconds since 1970.
 */
import { z } from "zod";
import { roles } from "../../db/roles.ts";
import { exerciseSchema, localizedSchema } from "../../exercises/bundle.ts";
import { publicPartSchema } from "../../grader/public-part.ts";
import { maxSourceBytes } from "../../grader/source-limit.ts";
import { verdictSchema, verdictStatuses } from "../../grader/verdict.ts";
import { problemSchema } from "./problem.ts";

/** Longest JSON body: a source all of whose bytes are escaped as \u0000, and the fields around it. */
export const bodyLimitBytes = 6 * maxSourceBytes + 4096;

const timeSchema = z.int().min(0);
const languageSchema = z.enum(["typescript", "javascript"]);
const submissionStatusSchema = z.enum([
	"queued",
	"running",
	...verdictStatuses,
]);

const sourceSchema = z
	.string()
	.refine((source) => source.isWellFormed(), "a lone surrogate is not text")
	.describe(`at most ${maxSourceBytes} bytes of UTF-8`);

const authored = exerciseSchema.shape;

export const exerciseSummarySchema = z.object({
	slug: authored.slug,
	title: authored.title,
	summary: authored.summary,
	chapter: authored.chapter,
	order: authored.order,
	difficulty: authored.difficulty,
	minutes: authored.minutes,
	prerequisites: authored.prerequisites,
	version: z.string(),
	maxPoints: z.number(),
});

export const exerciseListSchema = z.object({
	exercises: z.array(exerciseSummarySchema),
});

export const exerciseDetailSchema = exerciseSummarySchema.extend({
	checks: authored.checks,
	tolerance: authored.tolerance,
	limits: authored.limits,
	pictures: authored.pictures,
	hints: authored.hints,
	statement: localizedSchema.describe("Markdown with LaTeX formulas"),
	starter: z.string(),
	publicPart: publicPartSchema,
});

export const newSubmissionSchema = z.strictObject({
	exercise: z.string().describe("the exercise's slug"),
	language: languageSchema,
	source: sourceSchema,
});

export const submissionReceivedSchema = z.object({
	id: z.string(),
	status: submissionStatusSchema,
	attempt: z.int().min(1),
	isRepeat: z
		.boolean()
		.describe("an equal submission was there already; this is that one"),
	ahead: z.int().min(0),
});

const progressSchema = z.object({
	done: z.int().min(0),
	total: z.int().min(0),
});

export const submissionSchema = z.object({
	id: z.string(),
	exercise: z.string(),
	version: z.string(),
	attempt: z.int().min(1),
	language: languageSchema,
	source: z.string(),
	status: submissionStatusSchema,
	createdAt: timeSchema,
	finishedAt: timeSchema.nullable(),
	ahead: z.int().min(0).describe("submissions that will be graded before"),
	progress: progressSchema.nullable(),
	verdict: verdictSchema.nullable(),
	mistakes: z
		.array(z.object({ name: z.string(), text: localizedSchema }))
		.describe("the recognised mistakes that the exercise has a sentence for"),
});
export type SubmissionView = z.infer<typeof submissionSchema>;

export const attemptListSchema = z.object({
	submissions: z.array(
		submissionSchema
			.pick({
				id: true,
				exercise: true,
				version: true,
				attempt: true,
				language: true,
				status: true,
				createdAt: true,
				finishedAt: true,
			})
			.extend({
				points: z.number().nullable(),
				maxPoints: z.number().nullable(),
			}),
	),
});

/** The data of the event `progress`. */
export const progressEventSchema = z.object({
	status: submissionStatusSchema,
	ahead: z.int().min(0),
	estimatedMs: z
		.int()
		.min(0)
		.optional()
		.describe(
			"milliseconds until the verdict is likely to come, when the queue has been watched long enough to tell",
		),
	done: z.int().min(0),
	total: z.int().min(0),
});
/** The data of the event `verdict`. */
export const verdictEventSchema = z.object({ submission: submissionSchema });

export const draftSchema = z.object({
	source: z.string(),
	revision: z.int().min(1),
	savedAt: timeSchema,
});
export const draftAnswerSchema = z.object({ draft: draftSchema.nullable() });
export const draftSavedSchema = draftSchema.omit({ source: true });
export const draftInputSchema = z.strictObject({
	source: sourceSchema,
	baseRevision: z
		.int()
		.min(0)
		.describe("the revision this text grew from; 0 for none"),
});
export const draftConflictSchema = problemSchema.extend({ draft: draftSchema });

const leaderboardRowSchema = z.object({
	rank: z.int().min(1),
	name: z
		.string()
		.nullable()
		.describe("the name the student chose; null is shown as anonymous"),
	points: z.number(),
	solved: z.int().min(0),
	reachedAt: timeSchema,
	isMe: z.boolean(),
});
export const leaderboardSchema = z.object({
	rows: z.array(leaderboardRowSchema),
	total: z.int().min(0).describe("students with points"),
	me: leaderboardRowSchema
		.nullable()
		.describe("the caller's own row, wherever it stands"),
});

const scoreSchema = z.object({
	slug: z.string(),
	points: z.number(),
	maxPoints: z.number(),
	attempts: z.int().min(0),
	status: submissionStatusSchema,
	reachedAt: timeSchema,
});
export const meSchema = z.object({
	userId: z.string(),
	name: z.string(),
	email: z.string(),
	role: z.enum(roles),
	isGuest: z.boolean(),
	leaderboardName: z.string().nullable(),
	scores: z.array(scoreSchema),
});

/** Control and invisible characters, which could hide or reverse what stands beside a name; U+2800 is an empty Braille cell. */
const invisible =
	/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/gu;

export const meInputSchema = z.strictObject({
	leaderboardName: z
		.string()
		.max(400)
		.transform((name) =>
			name.normalize("NFC").replace(invisible, "").replace(/\s+/g, " ").trim(),
		)
		.refine(
			(name) => name.isWellFormed() && name.length >= 1 && name.length <= 40,
			"expected 1 to 40 visible characters, or null to stay anonymous",
		)
		.nullable()
		.describe("1 to 40 visible characters, or null to stay anonymous"),
});

export const openApiSchema = z.looseObject({ openapi: z.literal("3.1.0") });
