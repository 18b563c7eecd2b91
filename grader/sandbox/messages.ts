/** What the parent and a sandbox child say to each other: one JSON object a line, jobs in on stdin, reports out on fd 3. */
import { z } from "zod";
import { outcomeSchema } from "../harness/outcome.ts";

export interface CallJob {
	id: string;
	name: string;
	args: unknown[];
	apply?: unknown[][] | undefined;
	/** Hidden calls run in an isolate of their own, after the visible ones, and their console is dropped. */
	isVisible: boolean;
	budget: number;
	seed: string;
}

export interface RunJob {
	type: "run";
	source: string;
	calls: CallJob[];
	/** 1: author's order. 2: reversed, one call shifted; outcomes must be the same. */
	pass: 1 | 2;
	heapMib: number;
	outputBytes: number;
	moduleBudget: number;
	/** isolated-vm's own timeout of one call: wall clock, the last backstop inside the child. */
	wallMs: number;
	/** Fatal calls that may still happen before the rest is skipped. */
	fatalsLeft: number;
}

/** Evaluates trusted-side scripts in one fresh isolate and calls the global function `operation` with one string. */
export interface AuthorJob {
	type: "author";
	scripts: string[];
	operation: string;
	input: string;
	heapMib: number;
	wallMs: number;
}

export type Job = RunJob | AuthorJob;

export const reportSchema = z.discriminatedUnion("type", [
	z.strictObject({
		type: z.literal("ready"),
		node: z.string().max(40),
		v8: z.string().max(40),
	}),
	z.strictObject({
		type: z.literal("compile_error"),
		message: z.string().max(1000),
		line: z.int(),
		column: z.int(),
	}),
	/** A call is about to start: from here the clock is this call's. */
	z.strictObject({ type: z.literal("begin"), index: z.int().min(0) }),
	z.strictObject({
		type: z.literal("end"),
		index: z.int().min(0),
		outcome: outcomeSchema,
		position: z.array(z.int()).max(2),
	}),
	/** The child itself saw this call meet a limit that ends its isolate. */
	z.strictObject({
		type: z.literal("fatal"),
		index: z.int().min(0),
		limit: z.enum(["time_limit", "memory_limit"]),
	}),
	z.strictObject({ type: z.literal("answer"), text: z.string() }),
	/** The author's script threw. */
	z.strictObject({ type: z.literal("failed"), message: z.string().max(4000) }),
	z.strictObject({
		type: z.literal("done"),
		isClean: z.boolean(),
		heapMib: z.number(),
		cpuMs: z.number(),
	}),
]);
export type Report = z.infer<typeof reportSchema>;
