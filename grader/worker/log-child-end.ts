import type { PoolName } from "../grader.ts";
import type { ChildEnd, ChildEndCause } from "../sandbox/child-end.ts";
import type { WorkerLog } from "./worker.ts";

/** Ends that belong to a quiet day. */
const ordinary = new Set<ChildEndCause>(["retired", "used", "closed"]);
/** Ends with evidence against what the child ran; the others are ours to look at. */
const withEvidence = new Set<ChildEndCause>(["time_limit", "memory_limit"]);

/**
 * Writes a child's end into the log: "error" when it crashed or broke the protocol, "info" for a limit, "debug" for an
 * ordinary end. What it wrote on standard error may hold hidden inputs, so that is told at "debug" only.
 */
export function logChildEnd(
	log: WorkerLog,
	pool: PoolName,
	{ cause, pid, job, stderr }: ChildEnd,
): void {
	const event = {
		...(job === null ? {} : { submissionId: job }),
		pool,
		childPid: pid,
		cause,
	};
	if (ordinary.has(cause)) log.debug(event, "a sandbox child ended");
	else if (withEvidence.has(cause)) log.info(event, "a sandbox child ended");
	else log.error(event, "a sandbox child ended");
	if (stderr !== "" && !ordinary.has(cause)) {
		log.debug({ ...event, stderr }, "what the sandbox child wrote as it ended");
	}
}
