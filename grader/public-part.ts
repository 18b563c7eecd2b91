/**
 * The public part of an exercise version: all that a browser may know of its cases. Visible calls with their expected
 * step values, and the names, formulas and edges of the step graphs, as data. No solution, no hidden case.
 */
import { z } from "zod";
import { localizedSchema } from "../exercises/bundle.ts";

const publicStepSchema = z.object({
	id: z.string(),
	/** LaTeX, e.g. "\\Delta b = \\Delta c \\cdot 2\\sqrt{b}". */
	formula: z.string(),
	/** Inputs and steps this one is computed from. */
	from: z.array(z.string()),
	/** False for an inner step the student need not return. */
	isReturned: z.boolean(),
});

const publicFunctionSchema = z.object({
	name: z.string(),
	parameters: z.array(z.string()),
	inputs: z.array(z.string()),
	steps: z.array(publicStepSchema),
});

const publicCaseSchema = z.object({
	checkId: z.string(),
	caseId: z.string(),
	title: localizedSchema,
	function: z.string(),
	/** Arguments as shown: plain JSON, non-finite numbers as strings. */
	input: z.array(z.unknown()),
	expected: z.unknown(),
	/** What the case wants instead of a value, e.g. "RangeError". */
	throws: z.string().optional(),
	steps: z.array(
		z.object({ id: z.string(), path: z.string(), expected: z.unknown() }),
	),
});

export const publicPartSchema = z.object({
	functions: z.array(publicFunctionSchema),
	cases: z.array(publicCaseSchema),
});
export type PublicPart = z.infer<typeof publicPartSchema>;
