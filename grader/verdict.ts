/**
 * The verdict: what grading one submission yields, and the closed words for it.
 * `grade --json`, the stored rows and the HTTP API all speak this schema; change it only by adding.
 */
import { z } from "zod";
import { localizedSchema } from "../exercises/bundle.ts";

export const verdictStatuses = [
	"accepted",
	"partial",
	"wrong_answer",
	"compile_error",
	"runtime_error",
	"time_limit",
	"memory_limit",
	"output_limit",
	"internal_error",
] as const;
export const checkStatuses = ["passed", "failed", "error", "skipped"] as const;

/**
 * A value as a verdict shows it: plain JSON, with non-finite numbers as the strings "NaN", "Infinity", "-Infinity".
 */
const shownValueSchema: z.ZodType<unknown> = z.unknown();

/**
 * One failing case as the student may see it.
 * Example: `{ input: [2, { a: 4, b: 1.386, c: 1.177 }, 2.13], expected: { deltaB: -2.243 }, actual: { deltaB: -1.122 },
 * path: "deltaB", relativeError: 0.5 }`
 */
export const shownCaseSchema = z.object({
	title: localizedSchema.optional(),
	input: z.array(shownValueSchema),
	expected: shownValueSchema,
	actual: shownValueSchema,
	path: z.string().optional(),
	relativeError: z.number().optional(),
	/** Per step: the student's value, the reference's, and how the step was credited. */
	steps: z
		.array(
			z.object({
				id: z.string(),
				path: z.string(),
				status: z.enum([
					"right",
					"first-wrong",
					"follow-through",
					"wrong",
					"missing",
				]),
				expected: shownValueSchema,
				actual: shownValueSchema,
			}),
		)
		.optional(),
});
export type ShownCase = z.infer<typeof shownCaseSchema>;

export const checkResultSchema = z.object({
	id: z.string(),
	title: localizedSchema,
	status: z.enum(checkStatuses),
	points: z.number(),
	maxPoints: z.number(),
	visible: z.boolean(),
	cases: z.object({ passed: z.int(), total: z.int() }),
	followThroughPoints: z.number(),
	firstWrongStep: z.string().optional(),
	mistakes: z.array(z.string()),
	shown: shownCaseSchema.optional(),
	message: localizedSchema.optional(),
});
export type CheckResult = z.infer<typeof checkResultSchema>;

/** What ended or spoiled a run first, in author order; `line` and `column` are the student's own, counted from 1. */
export const failureSchema = z.object({
	kind: z.string(),
	checkId: z.string().optional(),
	caseId: z.string().optional(),
	line: z.int().optional(),
	column: z.int().optional(),
	message: z.string(),
});
export type Failure = z.infer<typeof failureSchema>;

/** `isolate`: fresh isolates in a process that served others; `process`: a process of the submission's own. */
export const isolationSchema = z.enum(["isolate", "process"]);
export type Isolation = z.infer<typeof isolationSchema>;

export const verdictSchema = z.object({
	schema: z.literal(1),
	status: z.enum(verdictStatuses),
	points: z.number(),
	maxPoints: z.number(),
	exercise: z.object({ slug: z.string(), version: z.string() }),
	language: z.enum(["typescript", "javascript"]),
	seed: z.int().min(0),
	failure: failureSchema.optional(),
	firstWrongStep: z.string().optional(),
	mistakes: z.array(z.string()),
	checks: z.array(checkResultSchema),
	console: z.array(z.string()),
	measurements: z.object({
		cpuMs: z.number(),
		wallMs: z.number(),
		heapMib: z.number(),
	}),
	grader: z.object({ version: z.string() }),
	engine: z.object({ node: z.string(), v8: z.string() }),
	isolation: isolationSchema,
	level: z.enum(["A", "B", "C", "D"]),
	reproducible: z.boolean(),
	receipt: z.string(),
});
export type Verdict = z.infer<typeof verdictSchema>;
export type VerdictStatus = Verdict["status"];
export type CheckStatus = CheckResult["status"];
export type SubmissionLanguage = Verdict["language"];
