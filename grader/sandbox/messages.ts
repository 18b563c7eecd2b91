/** What the parent and a sandbox child say to each other: one JSON object a line, jobs in on stdin, reports out on fd 3. */
import { z } from "zod";
import { outcomeSchema } from "../harness/outcome.ts";

/** Reads one source; nothing of it is run. */
export interface TransformJob {
	type: "transform";
	source: string;
}

/** One call, as the harness takes it; `args` and `apply` are wire values. */
export interface CallJob {
	name: string;
	args: unknown[];
	apply?: unknown[][] | undefined;
	budget: number;
	seed: string;
}

/** What the jobs of one submission have in common. */
export interface ProgramMaterial {
	/** The transformed text. */
	code: string;
	/** Each the JSON of a `CallJob`, which only the harness reads. */
	calls: string[];
}

/** Calls that share an isolate, by their place in the material. */
export interface CallGroup {
	calls: number[];
	/** Console and memory of these calls may be shown: no hidden call is among them. */
	isShown: boolean;
}

export interface RunJob {
	type: "run";
	/** Names the material; a child keeps what it was sent last. */
	program: string;
	/** Null when this child should have it. */
	material: ProgramMaterial | null;
	/**
	 * Each group gets an isolate of its own, and a fresh one after whatever spoils it. A call's index in reports counts
	 * through all groups.
	 */
	groups: CallGroup[];
	/**
	 * Calls to be made again afterwards, in one more isolate, if every call above came to an end of its own; their reports are
	 * counted on from the groups'.
	 */
	again: number[];
	/** Isolates to make ready when it is done, before anybody asks. */
	isolatesAfter: number;
	/**
	 * True: all calls of a group are made at a stretch and reported together, which is many times faster. Whatever does not
	 * come to an end by itself is then to be made again one by one, to see which call it was.
	 */
	isAtAStretch: boolean;
	heapMib: number;
	outputBytes: number;
	moduleBudget: number;
	/** isolated-vm's own timeout of one call: wall clock, the last backstop inside the child. Null: none. */
	wallMs: number | null;
	/** Fatal calls that may still happen before the rest is skipped. */
	fatalsLeft: number;
}

/** Trusted-side scripts of one version, evaluated in order in every context that answers for it. */
export interface AuthorMaterial {
	scripts: string[];
	heapMib: number;
}

/** Calls the global function `operation` of a version's scripts with one string. */
export interface AuthorJob {
	type: "author";
	/** Names the material; a child keeps what it was sent for some versions. */
	version: string;
	/** Null when this child should have it. */
	material: AuthorMaterial | null;
	/** True: answer in a context in which nothing was asked before. */
	isFresh: boolean;
	operation: string;
	input: string;
	wallMs: number;
}

export type Job = TransformJob | RunJob | AuthorJob;

const position = z.int().min(0).max(1e9);

export const reportSchema = z.discriminatedUnion("type", [
	z.strictObject({
		type: z.literal("ready"),
		node: z.string().max(40),
		v8: z.string().max(40),
	}),
	z.strictObject({
		type: z.literal("transformed"),
		code: z.string(),
		positions: z.strictObject({
			insertions: z.array(z.tuple([position, position]).readonly()).readonly(),
			lineStarts: z.array(position).readonly(),
			length: position,
		}),
	}),
	/** From reading: the place is the student's own. From V8, which refuses the transformed text: a place in that. */
	z.strictObject({
		type: z.literal("compile_error"),
		message: z.string().max(1000),
		line: z.int(),
		column: z.int(),
	}),
	/** A call is about to start, or those of a group from this one on: from here the clock is theirs. */
	z.strictObject({ type: z.literal("begin"), index: z.int().min(0) }),
	/** Calls that ended, one after another from `index` on. */
	z.strictObject({
		type: z.literal("ends"),
		index: z.int().min(0),
		outcomes: z.array(outcomeSchema).min(1),
	}),
	/** The child itself saw this call meet a limit that ends its isolate. */
	z.strictObject({
		type: z.literal("fatal"),
		index: z.int().min(0),
		limit: z.enum(["time_limit", "memory_limit"]),
	}),
	/** Calls made at a stretch did not come to an end: make them one by one. */
	z.strictObject({
		type: z.literal("unattributed"),
		/** A limit ended them, and not a promise that nobody handled. */
		isLimit: z.boolean(),
	}),
	z.strictObject({ type: z.literal("answer"), text: z.string() }),
	/** The author's script threw. */
	z.strictObject({ type: z.literal("failed"), message: z.string().max(4000) }),
	/** This child does not have the material any more. */
	z.strictObject({ type: z.literal("unknown_material") }),
	z.strictObject({
		type: z.literal("done"),
		isClean: z.boolean(),
		/** For people to read, like the next. */
		heapMib: z.number().min(0).max(1e6),
		/** By the child's own clock; what decides is the kernel's. */
		cpuMs: z.number().min(0).max(1e6),
	}),
]);
export type Report = z.infer<typeof reportSchema>;
