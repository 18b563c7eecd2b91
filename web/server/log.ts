import pino from "pino";
import { describeError } from "../../db/describe-error.ts";

/**
 * The web process's log: one JSON object per line on standard output, of the same form as the grader's (`grader/cli/open-log.ts`).
 * Every line about a submission has its `submissionId`; no line holds a source, an e-mail address or a secret.
 * CHAINRULE_LOG sets its level; tests are silent.
 */
export const log = pino({
	name: "web",
	level:
		process.env.CHAINRULE_LOG ||
		(process.env.NODE_ENV === "test" ? "silent" : "info"),
	serializers: { err: (error: unknown) => describeError(error) },
});
