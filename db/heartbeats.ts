import { desc, gt, lt } from "drizzle-orm";
import type { Database } from "./open-database.ts";
import { passingWrite } from "./passing-write.ts";
import { workerHeartbeats } from "./schema.ts";
import type { Store } from "./store.ts";

const oneMinuteMs = 60_000;
const oneDayMs = 24 * 60 * oneMinuteMs;

/** Which workers are alive. */
export function createHeartbeats(
	db: Database,
): Pick<Store, "recordHeartbeat" | "listHeartbeats"> {
	return {
		async recordHeartbeat(workerId, now, info) {
			passingWrite(db, () =>
				db.transaction(
					() => {
						db.insert(workerHeartbeats)
							.values({ workerId, seenAt: now, info })
							.onConflictDoUpdate({
								target: workerHeartbeats.workerId,
								set: { seenAt: now, info },
							})
							.run();
						// Every start of a worker has a name of its own.
						db.delete(workerHeartbeats)
							.where(lt(workerHeartbeats.seenAt, now - oneDayMs))
							.run();
					},
					{ behavior: "immediate" },
				),
			);
		},

		async listHeartbeats(now) {
			return db
				.select()
				.from(workerHeartbeats)
				.where(gt(workerHeartbeats.seenAt, now - oneMinuteMs))
				.orderBy(desc(workerHeartbeats.seenAt))
				.all();
		},
	};
}
