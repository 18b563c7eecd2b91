import { desc, eq, gt, lt } from "drizzle-orm";
import type { Database } from "./open-database.ts";
import { passingWrite } from "./passing-write.ts";
import { workerHeartbeats } from "./schema.ts";
import type { Store } from "./store.ts";

const oneMinuteMs = 60_000;
/** Every start of a worker has an id of its own: whoever was not seen for so long is gone, and its row with it. */
const forgottenAfterMs = 60 * oneMinuteMs;
const mostListed = 100;

/** Which workers are alive. */
export function createHeartbeats(
	db: Database,
): Pick<Store, "recordHeartbeat" | "listHeartbeats" | "removeHeartbeat"> {
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
						db.delete(workerHeartbeats)
							.where(lt(workerHeartbeats.seenAt, now - forgottenAfterMs))
							.run();
					},
					{ behavior: "immediate" },
				),
			);
		},

		async listHeartbeats(now, withinMs = oneMinuteMs) {
			return db
				.select()
				.from(workerHeartbeats)
				.where(gt(workerHeartbeats.seenAt, now - withinMs))
				.orderBy(desc(workerHeartbeats.seenAt))
				.limit(mostListed)
				.all();
		},

		async removeHeartbeat(workerId) {
			passingWrite(db, () =>
				db
					.delete(workerHeartbeats)
					.where(eq(workerHeartbeats.workerId, workerId))
					.run(),
			);
		},
	};
}
