import type { Database } from "./open-database.ts";

/**
 * Runs a write whose loss harms nobody: a claim, a lease's new end, progress, a sign of life. It is committed without
 * waiting for the disk. Killing the process still loses nothing; a power cut may take back the latest of these writes,
 * and then their job is simply queued again, for whoever held it is gone as well. A later durable commit makes them
 * durable too, so no verdict can stand without the claim before it.
 */
export function passingWrite<Result>(
	db: Database,
	write: () => Result,
): Result {
	db.$client.pragma("synchronous = NORMAL");
	try {
		return write();
	} finally {
		db.$client.pragma("synchronous = FULL");
	}
}
