import { desc, gt } from "drizzle-orm";
import type { Database } from "./open-database.ts";
import { passingWrite } from "./passing-write.ts";
import { workerHeartbeats } from "./schema.ts";
import type { Store } from "./store.ts";

const oneMinuteMs = 60_000;

/** Which workers are alive. */
export function createHeartbeats(
	db: Database,
): Pick<Store, "recordHeartbeat" | "listHeartbeats"> {
	return {
		async recordHeartbeat(workerId, now, info) {
			passingWrite(db, () =>
				db
					.insert(workerHeartbeats)
					.values({ workerId, seenAt: now, info })
					.onConflictDoUpdate({
						target: workerHeartbeats.workerId,
						set: { seenAt: now, info },
					})
					.run(),
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
