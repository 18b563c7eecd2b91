/** What one call of a student's function came to, as the harness reports it. One letter keys: there are many of these. */
import { z } from "zod";
import { isResultWire, type Wire } from "./wire.ts";

const wireSchema = z.custom<Wire>((value) => isResultWire(value));

const common = {
	/** Counted loop turns and function entries. */
	ticks: z.int().min(0).optional(),
	/** True when an argument is not what it was before the call. */
	mutated: z.boolean().optional(),
	/** True when the result contains an array or object of the arguments. */
	shared: z.boolean().optional(),
	/** Calls of each function argument, in order of the arguments. */
	counts: z.array(z.int().min(0)).max(100).optional(),
	console: z.array(z.string().max(2100)).max(201).optional(),
};

export const outcomeSchema = z.discriminatedUnion("kind", [
	z.strictObject({ kind: z.literal("value"), value: wireSchema, ...common }),
	z.strictObject({
		kind: z.literal("error"),
		/** Name of the built-in error class, or "Error" for anything else. */
		name: z.string().max(40),
		message: z.string().max(400),
		stack: z.string().max(2000),
		...common,
	}),
	z.strictObject({ kind: z.literal("missing"), ...common }),
	/** The counted budget ran out at this line of the student's text. */
	z.strictObject({
		kind: z.literal("time_limit"),
		line: z.int().min(0),
		...common,
	}),
	z.strictObject({ kind: z.literal("output_limit"), ...common }),
]);

/** An outcome inside the harness's reach. */
export type HarnessOutcome = z.infer<typeof outcomeSchema>;

/** Outcomes that the sandbox's parent adds: limits seen from outside, and calls that were not made. */
export type Outcome =
	| HarnessOutcome
	| {
			kind: "backstop";
			limit: "time_limit" | "memory_limit";
			console?: string[] | undefined;
	  }
	| { kind: "skipped" }
	| { kind: "unstable" };

/** Call id → outcome. */
export type Outcomes = Readonly<Record<string, Outcome>>;
