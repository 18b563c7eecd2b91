import type {
	QueueFullError,
	TooManyWaitingError,
	UnknownUserError,
} from "../../db/store.ts";
import { log } from "./log.ts";
import { Problem } from "./problem.ts";
import { strangerProblem } from "./session.ts";

/** Answers an error: refusals as they are, our own faults without their details, which go to the log. */
export function refuse(
	error: unknown,
	about: { operation: string; submissionId?: string },
): Response {
	if (error instanceof Problem) return error.toResponse();
	// A guest who has become an account in another window: this window's session is over.
	if (isStoreError<UnknownUserError>(error, "UnknownUserError"))
		return strangerProblem().toResponse();
	if (isStoreError<TooManyWaitingError>(error, "TooManyWaitingError")) {
		const { waiting } = error;
		return new Problem(
			"too-many-waiting",
			`You have ${waiting} submissions waiting to be graded; come again when some of them are.`,
			{ waiting, retryAfter: 10 },
		).toResponse();
	}
	if (isStoreError<QueueFullError>(error, "QueueFullError")) {
		return new Problem(
			"too-busy",
			"So many submissions are waiting to be graded that no more are taken; come again in a minute.",
			{ retryAfter: 60 },
		).toResponse();
	}
	log.error({ ...about, err: error }, "an API call failed");
	return brokenProblem().toResponse();
}

/** The process's one store may come from another copy of its module than ours (see `store.ts`): the name tells, not the class. */
function isStoreError<Kind extends Error>(
	error: unknown,
	name: Kind["name"],
): error is Kind {
	return error instanceof Error && error.name === name;
}

/** What anybody outside learns of our own faults. */
export function brokenProblem(): Problem {
	return new Problem(
		"internal-error",
		"Something broke on our side; it is in our log. Nothing you had stored is lost.",
	);
}
