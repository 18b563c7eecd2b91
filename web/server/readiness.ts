import type { Store } from "../../db/store.ts";

/** Workers tell that they live every few seconds; one silent for longer is taken for dead. */
const silentAfterMs = 30_000;
/** A submission waiting this long while nothing is being graded means that grading stands still. */
const stuckAfterMs = 60_000;

/** Whether this installation can grade now, and if not, why. */
export interface Readiness {
	isReady: boolean;
	reasons: string[];
	workers: number;
	queued: number;
	running: number;
}

/** Looks at the database, the workers and the queue. Throws what the database throws when it does not answer. */
export async function checkReadiness(
	store: Store,
	now: number,
): Promise<Readiness> {
	const { queued, running, oldestQueuedAt } = await store.countQueue();
	const heartbeats = await store.listHeartbeats(now);
	const workers = heartbeats.filter(
		({ seenAt }) => now - seenAt < silentAfterMs,
	).length;
	const reasons: string[] = [];
	if (workers === 0) reasons.push("no grading worker is alive");
	if (
		running === 0 &&
		oldestQueuedAt !== null &&
		now - oldestQueuedAt > stuckAfterMs
	) {
		reasons.push("submissions are waiting and none is being graded");
	}
	return { isReady: reasons.length === 0, reasons, workers, queued, running };
}
