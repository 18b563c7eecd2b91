import pino, { type Logger } from "pino";
import { describeError } from "../../db/describe-error.ts";

const levels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"];

/**
 * The log of a process of the grader's: one JSON object a line on standard output, of the same form as the web's
 * (`web/server/log.ts`). `CHAINRULE_LOG` sets the level, by default "info".
 *
 * @param name "grader" or "serve" @param fields put into every line
 * @throws RangeError when CHAINRULE_LOG names no level
 */
export function openLog(name: string, fields: object = {}): Logger {
	const level = process.env.CHAINRULE_LOG || "info";
	if (!levels.includes(level)) {
		throw new RangeError(
			`CHAINRULE_LOG: expected one of ${levels.join(", ")}; got "${level}"`,
		);
	}
	return pino({
		name,
		level,
		serializers: { err: (error: unknown) => describeError(error) },
	}).child(fields);
}
