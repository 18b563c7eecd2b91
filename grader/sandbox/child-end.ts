import { AsyncLocalStorage } from "node:async_hooks";

/**
 * Why a sandbox child ended: on evidence against what it ran (time_limit, memory_limit); by itself, without evidence
 * (crashed); for not speaking the protocol; after an honest life's work (retired); because what it had run left it
 * unclean or wants a process of its own (used); with its pool (closed).
 */
export const childEndCauses = [
	"time_limit",
	"memory_limit",
	"crashed",
	"protocol_error",
	"retired",
	"used",
	"closed",
] as const;
export type ChildEndCause = (typeof childEndCauses)[number];

/** What is known of a child that has ended. */
export interface ChildEnd {
	cause: ChildEndCause;
	pid: number | undefined;
	/** Whose job it had, e.g. a submission's id; null when it had none. */
	job: string | null;
	/** What it wrote on standard error, at most some KiB. May hold hidden inputs: not for everybody's eyes. */
	stderr: string;
}

/** What a pool of children has done since it was made. */
export interface PoolStatistics {
	/** Waiting for a job now. */
	warm: number;
	started: number;
	ended: Record<ChildEndCause, number>;
}

/** Counts from 0 for every cause, so that each is told of before it first happens. */
export function noChildEnds(): Record<ChildEndCause, number> {
	return {
		time_limit: 0,
		memory_limit: 0,
		crashed: 0,
		protocol_error: 0,
		retired: 0,
		used: 0,
		closed: 0,
	};
}

/** Whose job the present work is; children lent meanwhile remember it, to be told of with their end. */
export const currentJob = new AsyncLocalStorage<string>();
