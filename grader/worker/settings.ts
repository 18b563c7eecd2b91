import { availableParallelism } from "node:os";
import { type Isolation, isolationSchema } from "../verdict.ts";

/** What an operator may set about a worker. */
export interface WorkerSettings {
	/** Submissions graded at the same time. */
	size: number;
	isolation: Isolation;
}

/**
 * Reads CHAINRULE_GRADERS and CHAINRULE_ISOLATION. One that is set to nothing, as container files do with what nobody
 * filled in, is not set.
 * @throws RangeError naming the setting that is wrong
 */
export function readWorkerSettings(
	env: Readonly<Record<string, string | undefined>> = process.env,
): WorkerSettings {
	const graders = env.CHAINRULE_GRADERS || String(availableParallelism());
	if (!/^[1-9]\d{0,3}$/.test(graders)) {
		throw new RangeError(
			`CHAINRULE_GRADERS: expected how many submissions to grade at the same time, 1 or more; got "${graders}"`,
		);
	}
	const isolation = isolationSchema.safeParse(
		env.CHAINRULE_ISOLATION || "isolate",
	);
	if (!isolation.success) {
		throw new RangeError(
			`CHAINRULE_ISOLATION: expected "isolate" or "process"; got "${env.CHAINRULE_ISOLATION}"`,
		);
	}
	return { size: Number(graders), isolation: isolation.data };
}
